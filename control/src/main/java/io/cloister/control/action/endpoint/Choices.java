package io.cloister.control.action.endpoint;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Policies;
import io.cloister.control.region.ServicePrefixLists;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers choose of endpoints, checked as AWS checks it. */
final class Choices {
  private static final int LONGEST_POLICY = 20_480;

  /** What an endpoint without a policy of its own has. */
  static final String ALLOW_ALL =
      "{\"Version\":\"2008-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  private Choices() {}

  /**
   * A policy.
   *
   * @throws AwsException {@code InvalidPolicyDocument}
   */
  static String policy(@Nullable String document) {
    if (document == null || document.isEmpty()) {
      return ALLOW_ALL;
    }
    Policies.check("InvalidPolicyDocument", document, LONGEST_POLICY, true);
    return document;
  }

  /**
   * Route tables of a VPC for a gateway endpoint. A table has one route to a service at most.
   *
   * @throws AwsException {@code InvalidParameter} for a table of another VPC, {@code
   *     RouteAlreadyExists} for one with an endpoint to the service
   */
  static List<RouteTableId> tables(
      Network network,
      Caller caller,
      Vpc vpc,
      String service,
      Optional<VpcEndpointId> self,
      List<String> ids) {
    List<RouteTableId> tables = new ArrayList<>();
    for (String id : ids.stream().distinct().toList()) {
      RouteTable table = Lookups.ROUTE_TABLE.get(network.routeTables(), caller, id);
      if (!table.vpc().equals(vpc.id())) {
        throw new AwsException(
            "InvalidParameter",
            "The route table %s belongs to %s, the endpoint to %s"
                .formatted(id, table.vpc(), vpc.id()));
      }
      network
          .index()
          .endpoints(vpc.id())
          .map(network.endpoints()::require)
          .filter(e -> e.service().equals(service) && self.filter(e.id()::equals).isEmpty())
          .filter(e -> e.routeTables().contains(table.id()))
          .findFirst()
          .ifPresent(e -> {
            throw new AwsException(
                "RouteAlreadyExists",
                "route table %s already has a route with destination-prefix-list-id %s: it is of %s"
                    .formatted(id, ServicePrefixLists.ofService(service), e.id()));
          });
      tables.add(table.id());
    }
    return tables;
  }

  /**
   * Subnets of a VPC, at most one in each zone.
   *
   * @throws AwsException {@code InvalidParameter} for one of another VPC, {@code
   *     DuplicateSubnetsInSameZone}
   */
  static List<Subnet> subnets(Network network, Caller caller, Vpc vpc, List<String> ids) {
    Map<String, Subnet> byZone = new HashMap<>();
    List<Subnet> subnets = new ArrayList<>();
    for (String id : ids.stream().distinct().toList()) {
      Subnet subnet = Lookups.SUBNET.get(network.subnets(), caller, id);
      if (!subnet.vpc().equals(vpc.id())) {
        throw new AwsException(
            "InvalidParameter",
            "The subnet ID '%s' belongs to %s, the endpoint to %s"
                .formatted(id, subnet.vpc(), vpc.id()));
      }
      Subnet before = byZone.put(subnet.zone(), subnet);
      if (before != null) {
        throw new AwsException(
            "DuplicateSubnetsInSameZone",
            "Found another VPC endpoint subnet in the availability zone of %s: %s is in %s, too"
                .formatted(id, before.id(), subnet.zone()));
      }
      subnets.add(subnet);
    }
    return subnets;
  }

  /** Groups of a VPC for an interface endpoint: those given, else the VPC's default one. */
  static List<SecurityGroupId> groups(Network network, Caller caller, Vpc vpc, List<String> ids) {
    return Groups.forInterface(network, caller, vpc.id(), "of " + vpc.id(), ids, List.of());
  }

  /**
   * Refuses to lead the service's own names to an endpoint where they can't be.
   *
   * @throws AwsException {@code InvalidParameter}
   */
  static void checkPrivateDns(
      Network network, Vpc vpc, AwsService service, Optional<VpcEndpointId> self) {
    if (service.privateName().isEmpty()) {
      throw new AwsException(
          "InvalidParameter",
          "Private DNS can't be enabled because the service %s does not provide a private DNS name."
              .formatted(service.name()));
    }
    if (!vpc.dnsSupport() || !vpc.dnsHostnames()) {
      throw new AwsException(
          "InvalidParameter",
          "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for %s"
              .formatted(vpc.id()));
    }
    network
        .index()
        .endpoints(vpc.id())
        .map(network.endpoints()::require)
        .filter(e -> e.type() == VpcEndpoint.Type.INTERFACE && e.privateDns())
        .filter(e -> e.service().equals(service.name()) && self.filter(e.id()::equals).isEmpty())
        .findFirst()
        .ifPresent(e -> {
          throw new AwsException(
              "InvalidParameter",
              "private-dns-enabled cannot be set because there is already a conflicting DNS domain for %s in the VPC %s: that of %s"
                  .formatted(service.privateName().orElseThrow(), vpc.id(), e.id()));
        });
  }
}
