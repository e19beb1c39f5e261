package io.cloister.model.vpc;

import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.id.VpcEndpointServiceId;
import io.cloister.model.id.VpcId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A VPC endpoint. A gateway endpoint has route tables; an interface endpoint has legs, groups and
 * names.
 *
 * @param service its service's name, such as {@code com.amazonaws.us-east-1.s3} or {@code
 *     com.amazonaws.vpce.us-east-1.vpce-svc-…}
 * @param policy its endpoint policy as JSON; none for the services that take none
 * @param routeTables the tables with a route to the service's prefix list through it; the route
 *     follows from this and is not among the tables' own, so nobody can edit it by hand
 * @param legs one for each Availability Zone at most
 * @param groups those of all its interfaces
 * @param privateDns whether the service's own names lead to it inside the VPC
 * @param nameSuffix what follows the id in its names, such as {@code 1a2b3c4d}
 */
public record VpcEndpoint(
    VpcEndpointId id,
    Scope scope,
    VpcId vpc,
    Type type,
    String service,
    Optional<String> policy,
    List<RouteTableId> routeTables,
    List<Leg> legs,
    List<SecurityGroupId> groups,
    boolean privateDns,
    DnsOptions dnsOptions,
    String nameSuffix,
    State state,
    Instant created)
    implements Resource {

  /** What kind of way to a service it is. */
  public enum Type {
    /** A route to S3 or DynamoDB. */
    GATEWAY("Gateway"),
    /** Interfaces in subnets. */
    INTERFACE("Interface");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** AWS's word. */
    public String text() {
      return text;
    }
  }

  /**
   * How its names are answered.
   *
   * @param addressType {@code ipv4}, {@code ipv6} or {@code dualstack}: the addresses that its
   *     interfaces have
   * @param recordType {@code ipv4}, {@code ipv6}, {@code dualstack} or {@code service-defined}: the
   *     records that its names have
   * @param onlyForInbound whether private names are for an inbound resolver endpoint only, for S3
   */
  public record DnsOptions(String addressType, String recordType, boolean onlyForInbound) {}

  /** AWS's states of an endpoint. */
  public enum State {
    /** The service's owner has to accept it. */
    PENDING_ACCEPTANCE("pendingAcceptance"),
    /** In use. */
    AVAILABLE("available"),
    /** Refused by the service's owner. */
    REJECTED("rejected"),
    /** Its service is gone. */
    FAILED("failed"),
    /** Gone. */
    DELETED("deleted");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** AWS's word in answers of endpoints. */
    public String text() {
      return text;
    }
  }

  /** Copies the lists. */
  public VpcEndpoint {
    routeTables = List.copyOf(routeTables);
    legs = List.copyOf(legs);
    groups = List.copyOf(groups);
  }

  /** Whether packets pass. */
  public boolean available() {
    return state == State.AVAILABLE;
  }

  /** The service of somebody's own that it leads to; none for one of AWS. */
  public Optional<VpcEndpointServiceId> ownService() {
    int last = service.lastIndexOf('.');
    return service.startsWith("vpce-svc-", last + 1)
        ? Optional.of(new VpcEndpointServiceId(service.substring(last + 1)))
        : Optional.empty();
  }

  /** With another policy. */
  public VpcEndpoint withPolicy(Optional<String> other) {
    return copy(other, routeTables, legs, groups, privateDns, dnsOptions, state);
  }

  /** With other tables. */
  public VpcEndpoint withRouteTables(List<RouteTableId> other) {
    return copy(policy, other, legs, groups, privateDns, dnsOptions, state);
  }

  /** With other legs and groups. */
  public VpcEndpoint withLegs(List<Leg> other, List<SecurityGroupId> carried) {
    return copy(policy, routeTables, other, carried, privateDns, dnsOptions, state);
  }

  /** With other choices for its names. */
  public VpcEndpoint withDns(boolean privateNames, DnsOptions other) {
    return copy(policy, routeTables, legs, groups, privateNames, other, state);
  }

  /** In another state. */
  public VpcEndpoint withState(State other) {
    return copy(policy, routeTables, legs, groups, privateDns, dnsOptions, other);
  }

  private VpcEndpoint copy(
      Optional<String> document,
      List<RouteTableId> tables,
      List<Leg> in,
      List<SecurityGroupId> carried,
      boolean names,
      DnsOptions dns,
      State now) {
    return new VpcEndpoint(
        id,
        scope,
        vpc,
        type,
        service,
        document,
        tables,
        in,
        carried,
        names,
        dns,
        nameSuffix,
        now,
        created);
  }
}
