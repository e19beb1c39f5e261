package io.cloister.model.elb;

import io.cloister.model.id.AllocationId;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A load balancer. It lives in its subnets: each has a node with an interface of its own, whose
 * packets meet groups, ACLs and routes like anybody's.
 *
 * @param name 1 to 32 letters, digits and hyphens; unique among a region's load balancers
 * @param nodes one for each enabled Availability Zone
 * @param groups of its interfaces; none for a Network Load Balancer that was made without
 * @param attributes those that were set, by AWS's keys such as {@code idle_timeout.timeout_seconds}
 * @param dnsName {@code NAME-ID.REGION.elb.amazonaws.com}, or {@code internal-NAME-ID…}
 */
public record LoadBalancer(
    LoadBalancerArn id,
    Scope scope,
    String name,
    Kind kind,
    Scheme scheme,
    VpcId vpc,
    AddressType addressType,
    List<Node> nodes,
    List<SecurityGroupId> groups,
    Map<String, String> attributes,
    String dnsName,
    State state,
    Instant created)
    implements Resource {

  /** The two kinds that are built. */
  public enum Kind {
    /** HTTP and HTTPS: a proxy. */
    APPLICATION("application", "app"),
    /** TCP, UDP and TLS. */
    NETWORK("network", "net");

    private final String text;
    private final String inArn;

    Kind(String text, String inArn) {
      this.text = text;
      this.inArn = inArn;
    }

    /** AWS's name. */
    public String text() {
      return text;
    }

    /** How ARNs name it. */
    public String inArn() {
      return inArn;
    }
  }

  /** Who may reach it. */
  public enum Scheme {
    /** Its nodes have public addresses. */
    INTERNET_FACING("internet-facing"),
    /** Its nodes have private addresses only. */
    INTERNAL("internal");

    private final String text;

    Scheme(String text) {
      this.text = text;
    }

    /** AWS's name. */
    public String text() {
      return text;
    }
  }

  /** Which families its nodes answer. */
  public enum AddressType {
    /** IPv4 alone. */
    IPV4("ipv4"),
    /** Both. */
    DUALSTACK("dualstack"),
    /** Both, without public IPv4 addresses. */
    DUALSTACK_WITHOUT_PUBLIC_IPV4("dualstack-without-public-ipv4");

    private final String text;

    AddressType(String text) {
      this.text = text;
    }

    /** AWS's name. */
    public String text() {
      return text;
    }
  }

  /** AWS's states of a load balancer. */
  public enum State {
    /** Being set up. */
    PROVISIONING("provisioning"),
    /** Routes traffic. */
    ACTIVE("active"),
    /** Could not be set up. */
    FAILED("failed");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** AWS's name. */
    public String text() {
      return text;
    }
  }

  /**
   * Where it lives in one zone.
   *
   * @param zone the zone's name
   * @param allocation the Elastic IP that a Network Load Balancer was given there
   */
  public record Node(
      String zone, SubnetId subnet, NetworkInterfaceId eni, Optional<AllocationId> allocation) {}

  /** Copies. */
  public LoadBalancer {
    nodes = List.copyOf(nodes);
    groups = List.copyOf(groups);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** In another state. */
  public LoadBalancer withState(State other) {
    return copy(addressType, nodes, groups, attributes, other);
  }

  /** With other nodes. */
  public LoadBalancer withNodes(AddressType type, List<Node> other) {
    return copy(type, other, groups, attributes, state);
  }

  /** With other groups. */
  public LoadBalancer withGroups(List<SecurityGroupId> other) {
    return copy(addressType, nodes, other, attributes, state);
  }

  /** With other attributes. */
  public LoadBalancer withAttributes(Map<String, String> other) {
    return copy(addressType, nodes, groups, other, state);
  }

  private LoadBalancer copy(
      AddressType type,
      List<Node> in,
      List<SecurityGroupId> carried,
      Map<String, String> set,
      State now) {
    return new LoadBalancer(
        id, scope, name, kind, scheme, vpc, type, in, carried, set, dnsName, now, created);
  }
}
