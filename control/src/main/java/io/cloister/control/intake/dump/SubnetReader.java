package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.SubnetCidrAssociationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.SubnetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subnets. */
final class SubnetReader implements Reader {
  @Override
  public String section() {
    return "Subnets";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Tree tree = item.tree();
    if (tree.flag("Ipv6Native", false)) {
      throw new Unreadable(tree.place(), "subnets without IPv4 are not modelled: left out");
    }
    List<Subnet.Ipv6Block> ipv6 = new ArrayList<>();
    for (Tree each : tree.list("Ipv6CidrBlockAssociationSet")) {
      String state =
          each.get("Ipv6CidrBlockState").flatMap(s -> s.text("State")).orElse("associated");
      if (state.startsWith("associat")) {
        String cidr = each.require("Ipv6CidrBlock");
        ipv6.add(
            new Subnet.Ipv6Block(
                new SubnetCidrAssociationId(
                    Ids.of(
                        SubnetCidrAssociationId.PREFIX, each.text("AssociationId").orElse(cidr))),
                Reading.prefix(each, cidr)));
      }
    }
    Prefix cidr = Reading.prefix(tree, tree.require("CidrBlock"));
    Optional<Tree> names = tree.get("PrivateDnsNameOptionsOnLaunch");
    reading.put(
        new Subnet(
            new SubnetId(reading.id(SubnetId.PREFIX, tree, "SubnetId")),
            reading.scope(item),
            reading.vpc(tree),
            tree.text("AvailabilityZone").orElse(reading.scope(item).region() + "a"),
            cidr,
            ipv6,
            tree.flag("DefaultForAz", false),
            new SubnetSettings(
                tree.flag("MapPublicIpOnLaunch", false),
                tree.flag("AssignIpv6AddressOnCreation", false),
                tree.flag("EnableDns64", false),
                names.flatMap(n -> n.text("HostnameType")).orElse("ip-name"),
                names.map(n -> n.flag("EnableResourceNameDnsARecord", false)).orElse(false),
                names.map(n -> n.flag("EnableResourceNameDnsAAAARecord", false)).orElse(false))),
        item);
  }
}
