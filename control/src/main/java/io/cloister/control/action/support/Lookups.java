package io.cloister.control.action.support;

import io.cloister.model.id.AllocationId;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.FlowLogId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.KeyPairId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.id.VpcId;
import io.cloister.model.vpc.DhcpOptions;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.FlowLog;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.KeyPair;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import io.cloister.model.vpc.Vpc;
import io.cloister.model.vpc.VpcEndpoint;

/**
 * The look-ups of every kind of resource, with the codes of EC2's list of client error codes (which
 * are not all formed alike).
 */
public final class Lookups {
  private Lookups() {}

  /** VPCs. */
  public static final Lookup<VpcId, Vpc> VPC =
      new Lookup<>(
          "vpc", VpcId.PREFIX, "InvalidVpcId.Malformed", "InvalidVpcID.NotFound", VpcId::new);

  /** Subnets. */
  public static final Lookup<SubnetId, Subnet> SUBNET =
      new Lookup<>(
          "subnet",
          SubnetId.PREFIX,
          "InvalidSubnetID.Malformed",
          "InvalidSubnetID.NotFound",
          SubnetId::new);

  /** Internet gateways. */
  public static final Lookup<InternetGatewayId, InternetGateway> INTERNET_GATEWAY =
      new Lookup<>(
          "internetGateway",
          InternetGatewayId.PREFIX,
          "InvalidInternetGatewayId.Malformed",
          "InvalidInternetGatewayID.NotFound",
          InternetGatewayId::new);

  /** Route tables. */
  public static final Lookup<RouteTableId, RouteTable> ROUTE_TABLE =
      new Lookup<>(
          "routeTable",
          RouteTableId.PREFIX,
          "InvalidRouteTableId.Malformed",
          "InvalidRouteTableID.NotFound",
          RouteTableId::new);

  /** Network ACLs. */
  public static final Lookup<NetworkAclId, NetworkAcl> NETWORK_ACL =
      new Lookup<>(
          "networkAcl",
          NetworkAclId.PREFIX,
          "InvalidNetworkAclId.Malformed",
          "InvalidNetworkAclID.NotFound",
          NetworkAclId::new);

  /** Security groups. */
  public static final Lookup<SecurityGroupId, SecurityGroup> SECURITY_GROUP =
      new Lookup<>(
          "security group",
          SecurityGroupId.PREFIX,
          "InvalidGroupId.Malformed",
          "InvalidGroup.NotFound",
          SecurityGroupId::new);

  /** Elastic IP addresses. */
  public static final Lookup<AllocationId, ElasticIp> ALLOCATION =
      new Lookup<>(
          "allocation",
          AllocationId.PREFIX,
          "InvalidAllocationID.Malformed",
          "InvalidAllocationID.NotFound",
          AllocationId::new);

  /** Network interfaces. */
  public static final Lookup<NetworkInterfaceId, NetworkInterface> INTERFACE =
      new Lookup<>(
          "networkInterface",
          NetworkInterfaceId.PREFIX,
          "InvalidNetworkInterfaceId.Malformed",
          "InvalidNetworkInterfaceID.NotFound",
          NetworkInterfaceId::new);

  /** Instances. */
  public static final Lookup<InstanceId, Instance> INSTANCE =
      new Lookup<>(
          "instance",
          InstanceId.PREFIX,
          "InvalidInstanceID.Malformed",
          "InvalidInstanceID.NotFound",
          InstanceId::new);

  /** Key pairs by their ids. */
  public static final Lookup<KeyPairId, KeyPair> KEY_PAIR =
      new Lookup<>(
          "key pair",
          KeyPairId.PREFIX,
          "InvalidKeyPair.Malformed",
          "InvalidKeyPair.NotFound",
          KeyPairId::new);

  /** Sets of DHCP options. */
  public static final Lookup<DhcpOptionsId, DhcpOptions> DHCP_OPTIONS =
      new Lookup<>(
          "dhcpOptions",
          DhcpOptionsId.PREFIX,
          "InvalidDhcpOptionsId.Malformed",
          "InvalidDhcpOptionID.NotFound",
          DhcpOptionsId::new);

  /** Peering connections; {@link Peerings} finds those that others have asked for, too. */
  public static final Lookup<PeeringConnectionId, PeeringConnection> PEERING =
      new Lookup<>(
          "vpcPeeringConnection",
          PeeringConnectionId.PREFIX,
          "InvalidVpcPeeringConnectionId.Malformed",
          "InvalidVpcPeeringConnectionID.NotFound",
          PeeringConnectionId::new);

  /** VPC endpoints. */
  public static final Lookup<VpcEndpointId, VpcEndpoint> ENDPOINT =
      new Lookup<>(
          "Vpc Endpoint",
          VpcEndpointId.PREFIX,
          "InvalidVpcEndpointId.Malformed",
          "InvalidVpcEndpointId.NotFound",
          VpcEndpointId::new);

  /** Transit gateways. */
  public static final Lookup<TransitGatewayId, TransitGateway> TRANSIT_GATEWAY =
      new Lookup<>(
          "transitGateway",
          TransitGatewayId.PREFIX,
          "InvalidTransitGatewayID.Malformed",
          "InvalidTransitGatewayID.NotFound",
          TransitGatewayId::new);

  /** Attachments to transit gateways. */
  public static final Lookup<TransitGatewayAttachmentId, TransitGatewayAttachment>
      TRANSIT_ATTACHMENT =
          new Lookup<>(
              "transitGatewayAttachment",
              TransitGatewayAttachmentId.PREFIX,
              "InvalidTransitGatewayAttachmentID.Malformed",
              "InvalidTransitGatewayAttachmentID.NotFound",
              TransitGatewayAttachmentId::new);

  /** Route tables of transit gateways. */
  public static final Lookup<TransitGatewayRouteTableId, TransitGatewayRouteTable> TRANSIT_TABLE =
      new Lookup<>(
          "transitGatewayRouteTable",
          TransitGatewayRouteTableId.PREFIX,
          "InvalidRouteTableId.Malformed",
          "InvalidRouteTableID.NotFound",
          TransitGatewayRouteTableId::new);

  /** Flow logs. */
  public static final Lookup<FlowLogId, FlowLog> FLOW_LOG =
      new Lookup<>(
          "flow log",
          FlowLogId.PREFIX,
          "InvalidFlowLogId.Malformed",
          "InvalidFlowLogId.NotFound",
          FlowLogId::new);
}
