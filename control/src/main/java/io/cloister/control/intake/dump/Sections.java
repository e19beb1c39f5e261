package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lists in answers: what they are called, and which of them belong to networking. */
final class Sections {
  /** Of networking, but without a noun: to be told as such. */
  private static final Set<String> KNOWN =
      Set.of(
          "CarrierGateways",
          "CustomerGateways",
          "EgressOnlyInternetGateways",
          "FlowLogs",
          "Listeners",
          "LoadBalancers",
          "ManagedPrefixLists",
          "NatGateways",
          "PrefixLists",
          "ServiceConfigurations",
          "ServiceDetails",
          "TargetGroups",
          "TransitGatewayAttachments",
          "TransitGatewayRouteTables",
          "TransitGatewayVpcAttachments",
          "TransitGateways",
          "VpcEndpoints",
          "VpcPeeringConnections",
          "DBInstances",
          "DBSubnetGroups",
          "Firewalls",
          "HealthChecks",
          "InstanceConnectEndpoints",
          "LoadBalancerAttributes",
          "LoadBalancerDescriptions",
          "LoadBalancerListeners",
          "LoadBalancerTargetHealth",
          "LocalGatewayRouteTables",
          "NetworkInsightsPaths",
          "Rules",
          "TargetHealthDescriptions",
          "TransitGatewayConnects",
          "TransitGatewayPeeringAttachments",
          "VpcBlockPublicAccessExclusions",
          "VpnConnections",
          "VpnGateways");

  /** What single objects in an answer without a list are told by. */
  private static final Map<String, String> BY_MEMBER =
      Map.of(
          "EnableDnsSupport", "VpcAttributes",
          "EnableDnsHostnames", "VpcAttributes",
          "EnableNetworkAddressUsageMetrics", "VpcAttributes");

  /** What elements of a list without a name are told by: the most telling member first. */
  private static final List<Map.Entry<String, String>> BY_ID =
      List.of(
          Map.entry("SecurityGroupRuleId", "SecurityGroupRules"),
          Map.entry("NetworkInterfaceId", "NetworkInterfaces"),
          Map.entry("NatGatewayId", "NatGateways"),
          Map.entry("RouteTableId", "RouteTables"),
          Map.entry("NetworkAclId", "NetworkAcls"),
          Map.entry("InternetGatewayId", "InternetGateways"),
          Map.entry("EgressOnlyInternetGatewayId", "EgressOnlyInternetGateways"),
          Map.entry("VpcEndpointId", "VpcEndpoints"),
          Map.entry("VpcPeeringConnectionId", "VpcPeeringConnections"),
          Map.entry("AllocationId", "Addresses"),
          Map.entry("ReservationId", "Reservations"),
          Map.entry("InstanceId", "Instances"),
          Map.entry("TransitGatewayAttachmentId", "TransitGatewayVpcAttachments"),
          Map.entry("TransitGatewayRouteTableId", "TransitGatewayRouteTables"),
          Map.entry("TransitGatewayId", "TransitGateways"),
          Map.entry("FlowLogId", "FlowLogs"),
          Map.entry("GroupId", "SecurityGroups"),
          Map.entry("SubnetId", "Subnets"),
          Map.entry("VpcId", "Vpcs"));

  private Sections() {}

  /** AWS's name of a list: collectors in other languages write {@code network_acls}. */
  static String canonical(String key) {
    if (key.indexOf('_') < 0 && !Character.isLowerCase(key.charAt(0))) {
      return key;
    }
    StringBuilder name = new StringBuilder();
    for (String word : key.split("_", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  static boolean known(String section) {
    return KNOWN.contains(section);
  }

  /** The section of a single object, such as an answer of DescribeVpcAttribute. */
  static Optional<String> ofObject(Tree tree) {
    return BY_MEMBER.entrySet().stream()
        .filter(e -> tree.get(e.getKey()).isPresent())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The section of an element of a list without a name. */
  static Optional<String> ofElement(Tree tree) {
    return BY_ID.stream()
        .filter(e -> tree.get(e.getKey()).isPresent())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
