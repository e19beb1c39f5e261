package io.cloister.control.action.vpc;

import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.TrafficMatch;
import io.cloister.model.vpc.Vpc;
import java.util.List;
import java.util.Optional;

/**
 * A new VPC and what AWS makes with it: the main route table, the default network ACL and the
 * default security group (VPC user guide, "VPC configuration options").
 */
record NewVpc(Vpc vpc, RouteTable main, NetworkAcl acl, SecurityGroup group) {
  /** The number of the rules of a default network ACL for IPv4. */
  static final int ACL_IPV4 = 100;

  /** The number of the rules of a default network ACL for IPv6. */
  static final int ACL_IPV6 = 101;

  /** A VPC with one IPv4 block and nothing in it. */
  static NewVpc of(
      Scope scope,
      Prefix cidr,
      DhcpOptionsId dhcpOptions,
      String tenancy,
      boolean isDefault,
      Ids ids) {
    VpcId id = new VpcId(ids.id(VpcId.PREFIX));
    Vpc vpc =
        new Vpc(
            id,
            scope,
            List.of(
                new Vpc.Block(new VpcCidrAssociationId(ids.id(VpcCidrAssociationId.PREFIX)), cidr)),
            List.of(),
            Optional.of(dhcpOptions),
            true,
            isDefault,
            false,
            tenancy,
            isDefault);
    RouteTable main =
        new RouteTable(
            new RouteTableId(ids.id(RouteTableId.PREFIX)),
            scope,
            id,
            List.of(local(cidr)),
            List.of(
                new RouteTableAssociation(
                    new RouteTableAssociationId(ids.id(RouteTableAssociationId.PREFIX)),
                    new RouteTableAssociation.Main())));
    NetworkAcl acl =
        new NetworkAcl(
            new NetworkAclId(ids.id(NetworkAclId.PREFIX)),
            scope,
            id,
            true,
            List.of(
                entry(Direction.INGRESS, ACL_IPV4, Prefix.ALL_IPV4),
                entry(Direction.EGRESS, ACL_IPV4, Prefix.ALL_IPV4)),
            List.of());
    SecurityGroupId group = new SecurityGroupId(ids.id(SecurityGroupId.PREFIX));
    return new NewVpc(
        vpc,
        main,
        acl,
        new SecurityGroup(
            group,
            scope,
            id,
            "default",
            "default VPC security group",
            List.of(
                rule(Direction.INGRESS, new RulePeer.Group(group, scope.account()), ids),
                rule(Direction.EGRESS, new RulePeer.Cidr(Prefix.ALL_IPV4), ids))));
  }

  /** The local route of a block. */
  static Route local(Prefix cidr) {
    return new Route(cidr, new RouteTarget.Local(), Route.Origin.CREATE_ROUTE_TABLE);
  }

  /** An entry that allows everything of a block. */
  static NetworkAcl.Entry entry(Direction direction, int number, Prefix cidr) {
    return new NetworkAcl.Entry(direction, number, true, new TrafficMatch.Everything(), cidr);
  }

  /** A rule that allows everything of a peer. */
  static SecurityGroupRule rule(Direction direction, RulePeer peer, Ids ids) {
    return new SecurityGroupRule(
        new SecurityGroupRuleId(ids.id(SecurityGroupRuleId.PREFIX)),
        direction,
        new TrafficMatch.Everything(),
        peer,
        Optional.empty());
  }

  /** What puts all of it. */
  List<Change> changes() {
    return List.of(
        new Change.Put(vpc), new Change.Put(main), new Change.Put(acl), new Change.Put(group));
  }
}
