package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.support.PublicPools;
import java.util.List;

/** The actions of this package. */
public final class VpcActions {
  private VpcActions() {}

  /** One of each, with the usual pools of public addresses. */
  public static List<Action<?, ?>> all() {
    return all(PublicPools.USUAL);
  }

  /** One of each. */
  public static List<Action<?, ?>> all(PublicPools pools) {
    return List.of(
        new CreateVpc(pools),
        new CreateDefaultVpc(),
        new DeleteVpc(),
        new DescribeVpcs(),
        new DescribeVpcAttribute(),
        new ModifyVpcAttribute(),
        new AssociateVpcCidrBlock(pools),
        new DisassociateVpcCidrBlock(),
        new CreateSubnet(),
        new CreateDefaultSubnet(),
        new DeleteSubnet(),
        new DescribeSubnets(),
        new ModifySubnetAttribute(),
        new AssociateSubnetCidrBlock(),
        new DisassociateSubnetCidrBlock(),
        new CreateInternetGateway(),
        new DeleteInternetGateway(),
        new DescribeInternetGateways(),
        new AttachInternetGateway(),
        new DetachInternetGateway(),
        new CreateRouteTable(),
        new DeleteRouteTable(),
        new DescribeRouteTables(),
        new AssociateRouteTable(),
        new DisassociateRouteTable(),
        new ReplaceRouteTableAssociation(),
        new CreateRoute(),
        new ReplaceRoute(),
        new DeleteRoute(),
        new CreateDhcpOptions(),
        new DescribeDhcpOptions(),
        new AssociateDhcpOptions(),
        new DeleteDhcpOptions(),
        new CreateNetworkAcl(),
        new DeleteNetworkAcl(),
        new DescribeNetworkAcls(),
        new CreateNetworkAclEntry(),
        new ReplaceNetworkAclEntry(),
        new DeleteNetworkAclEntry(),
        new ReplaceNetworkAclAssociation(),
        new CreateTags(),
        new DeleteTags(),
        new DescribeTags(),
        new DescribeRegions(),
        new DescribeAvailabilityZones(),
        new DescribeAccountAttributes());
  }
}
