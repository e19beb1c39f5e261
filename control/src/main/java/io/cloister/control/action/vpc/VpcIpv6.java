package io.cloister.control.action.vpc;

import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an IPv6 block brings to a VPC besides itself: a local route in every table; in the default
 * ACL rule 101, and in the default group the way out, unless somebody has changed the rules of that
 * direction (VPC user guide, "Default network ACL" and "Default security groups for your VPCs").
 */
final class VpcIpv6 {
  private VpcIpv6() {}

  /** The changes that give a VPC an IPv6 block. */
  static List<Change> add(
      Vpc vpc,
      Prefix block,
      List<RouteTable> tables,
      NetworkAcl acl,
      SecurityGroup group,
      Ids ids) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(with(vpc, block, ids)));
    for (RouteTable table : tables) {
      changes.add(
          new Change.Put(
              table.withRoutes(
                  Stream.concat(table.routes().stream(), Stream.of(NewVpc.local(block)))
                      .toList())));
    }
    changes.add(new Change.Put(acl.withEntries(entries(acl))));
    changes.add(new Change.Put(group.withRules(rules(group, ids))));
    return changes;
  }

  private static Vpc with(Vpc vpc, Prefix block, Ids ids) {
    List<Vpc.Block> blocks = new ArrayList<>(vpc.ipv6());
    blocks.add(new Vpc.Block(new VpcCidrAssociationId(ids.id(VpcCidrAssociationId.PREFIX)), block));
    return vpc.withBlocks(vpc.ipv4(), blocks);
  }

  private static List<NetworkAcl.Entry> entries(NetworkAcl acl) {
    List<NetworkAcl.Entry> entries = new ArrayList<>(acl.entries());
    for (Direction direction : Direction.values()) {
      List<NetworkAcl.Entry> now =
          acl.entries().stream().filter(e -> e.direction() == direction).toList();
      if (now.equals(List.of(NewVpc.entry(direction, NewVpc.ACL_IPV4, Prefix.ALL_IPV4)))) {
        entries.add(NewVpc.entry(direction, NewVpc.ACL_IPV6, Prefix.ALL_IPV6));
      }
    }
    entries.sort(
        Comparator.comparing(NetworkAcl.Entry::direction)
            .thenComparingInt(NetworkAcl.Entry::number));
    return entries;
  }

  private static List<SecurityGroupRule> rules(SecurityGroup group, Ids ids) {
    List<SecurityGroupRule> out = group.rules(Direction.EGRESS).toList();
    RulePeer.Cidr everywhere = new RulePeer.Cidr(Prefix.ALL_IPV4);
    if (out.size() != 1
        || !out.getFirst()
            .sameAs(NewVpc.rule(Direction.EGRESS, everywhere, _ -> out.getFirst().id().value()))) {
      return group.rules();
    }
    List<SecurityGroupRule> rules = new ArrayList<>(group.rules());
    rules.add(NewVpc.rule(Direction.EGRESS, new RulePeer.Cidr(Prefix.ALL_IPV6), ids));
    return rules;
  }
}
