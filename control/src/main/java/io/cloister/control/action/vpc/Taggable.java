package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.ec2.instance.Volumes;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.AllocationId;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.FlowLogId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.KeyPairId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.id.VolumeId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.Scope;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What can have tags: every kind of resource, the rules of security groups, which have ids but live
 * in their groups, and the volumes that instances are shown with.
 */
final class Taggable {
  private Taggable() {}

  /**
   * The id of something of the caller's.
   *
   * @throws AwsException {@code InvalidID} for a text that is no kind's id, and the codes of the
   *     kinds for what isn't there
   */
  static ResourceId get(Network network, Caller caller, String text) {
    String prefix = text.substring(0, Math.max(text.lastIndexOf('-'), 0));
    return switch (prefix) {
      case VpcId.PREFIX -> Lookups.VPC.get(network.vpcs(), caller, text).id();
      case SubnetId.PREFIX -> Lookups.SUBNET.get(network.subnets(), caller, text).id();
      case InternetGatewayId.PREFIX ->
          Lookups.INTERNET_GATEWAY.get(network.internetGateways(), caller, text).id();
      case RouteTableId.PREFIX -> Lookups.ROUTE_TABLE.get(network.routeTables(), caller, text).id();
      case NetworkAclId.PREFIX -> Lookups.NETWORK_ACL.get(network.networkAcls(), caller, text).id();
      case SecurityGroupId.PREFIX ->
          Lookups.SECURITY_GROUP.get(network.securityGroups(), caller, text).id();
      case SecurityGroupRuleId.PREFIX -> rule(network, caller, text);
      case AllocationId.PREFIX -> Lookups.ALLOCATION.get(network.elasticIps(), caller, text).id();
      case NetworkInterfaceId.PREFIX ->
          Lookups.INTERFACE.get(network.interfaces(), caller, text).id();
      case InstanceId.PREFIX -> Lookups.INSTANCE.get(network.instances(), caller, text).id();
      case KeyPairId.PREFIX -> Lookups.KEY_PAIR.get(network.keyPairs(), caller, text).id();
      case DhcpOptionsId.PREFIX ->
          Lookups.DHCP_OPTIONS.get(network.dhcpOptions(), caller, text).id();
      case FlowLogId.PREFIX -> Lookups.FLOW_LOG.get(network.flowLogs(), caller, text).id();
      case TransitGatewayId.PREFIX ->
          Lookups.TRANSIT_GATEWAY.get(network.transitGateways(), caller, text).id();
      case TransitGatewayAttachmentId.PREFIX ->
          Lookups.TRANSIT_ATTACHMENT.get(network.attachments(), caller, text).id();
      case TransitGatewayRouteTableId.PREFIX ->
          Lookups.TRANSIT_TABLE.get(network.transitTables(), caller, text).id();
      case VpcEndpointId.PREFIX -> Lookups.ENDPOINT.get(network.endpoints(), caller, text).id();
      case PeeringConnectionId.PREFIX -> Lookups.PEERING.get(network.peerings(), caller, text).id();
      case VolumeId.PREFIX -> Volumes.get(network, caller, text);
      default ->
          throw new AwsException(
              "InvalidID",
              "The ID '%s' is not valid: it is of no kind of resource that is built"
                  .formatted(text));
    };
  }

  private static ResourceId rule(Network network, Caller caller, String text) {
    if (!ResourceId.matches(SecurityGroupRuleId.PREFIX, text)) {
      throw new AwsException(
          "InvalidSecurityGroupRuleId.Malformed",
          "Invalid id: \"%s\" (expecting \"sgr-...\")".formatted(text));
    }
    SecurityGroupRuleId id = new SecurityGroupRuleId(text);
    if (network
        .securityGroups()
        .where(g -> g.scope().equals(caller.scope()) && g.rule(id).isPresent())
        .findAny()
        .isEmpty()) {
      throw new AwsException(
          "InvalidSecurityGroupRuleId.NotFound",
          "The security group rule ID '%s' does not exist".formatted(text));
    }
    return id;
  }

  /** AWS's name for the kind of resource that an id is of, such as {@code vpc}. */
  static String type(ResourceId id) {
    return switch (id) {
      case VpcId _ -> "vpc";
      case SubnetId _ -> "subnet";
      case InternetGatewayId _ -> "internet-gateway";
      case RouteTableId _ -> "route-table";
      case NetworkAclId _ -> "network-acl";
      case SecurityGroupId _ -> "security-group";
      case SecurityGroupRuleId _ -> "security-group-rule";
      case AllocationId _ -> "elastic-ip";
      case NetworkInterfaceId _ -> "network-interface";
      case InstanceId _ -> "instance";
      case KeyPairId _ -> "key-pair";
      case DhcpOptionsId _ -> "dhcp-options";
      case FlowLogId _ -> "vpc-flow-log";
      case TransitGatewayId _ -> "transit-gateway";
      case TransitGatewayAttachmentId _ -> "transit-gateway-attachment";
      case TransitGatewayRouteTableId _ -> "transit-gateway-route-table";
      case VpcEndpointId _ -> "vpc-endpoint";
      case PeeringConnectionId _ -> "vpc-peering-connection";
      case VolumeId _ -> "volume";
      default -> throw new IllegalArgumentException("it has no tags: " + id);
    };
  }

  /** Whether the id is of something in a scope. */
  static Predicate<ResourceId> inScope(Network network, Scope scope) {
    Set<ResourceId> rules = new HashSet<>();
    network
        .securityGroups()
        .where(g -> g.scope().equals(scope))
        .forEach(g -> g.rules().forEach(r -> rules.add(r.id())));
    Set<? extends ResourceId> volumes = Volumes.of(network, scope);
    return id ->
        switch (id) {
          case SecurityGroupRuleId _ -> rules.contains(id);
          case VolumeId _ -> volumes.contains(id);
          default -> resource(network, id).filter(r -> r.scope().equals(scope)).isPresent();
        };
  }

  private static Optional<? extends Resource> resource(Network network, ResourceId id) {
    return switch (id) {
      case VpcId i -> network.vpcs().get(i);
      case SubnetId i -> network.subnets().get(i);
      case InternetGatewayId i -> network.internetGateways().get(i);
      case RouteTableId i -> network.routeTables().get(i);
      case NetworkAclId i -> network.networkAcls().get(i);
      case SecurityGroupId i -> network.securityGroups().get(i);
      case AllocationId i -> network.elasticIps().get(i);
      case NetworkInterfaceId i -> network.interfaces().get(i);
      case InstanceId i -> network.instances().get(i);
      case KeyPairId i -> network.keyPairs().get(i);
      case FlowLogId i -> network.flowLogs().get(i);
      case TransitGatewayId i -> network.transitGateways().get(i);
      case TransitGatewayAttachmentId i -> network.attachments().get(i);
      case TransitGatewayRouteTableId i -> network.transitTables().get(i);
      case VpcEndpointId i -> network.endpoints().get(i);
      case PeeringConnectionId i -> network.peerings().get(i);
      case DhcpOptionsId i -> network.dhcpOptions().get(i);
      default -> Optional.empty();
    };
  }
}
