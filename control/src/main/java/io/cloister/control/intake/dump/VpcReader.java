package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.id.VpcId;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** VPCs. */
final class VpcReader implements Reader {
  @Override
  public String section() {
    return "Vpcs";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Tree tree = item.tree();
    VpcId id = reading.vpc(tree);
    boolean isDefault = tree.flag("IsDefault", false);
    List<Vpc.Block> ipv4 = blocks(tree, "CidrBlockAssociationSet", "CidrBlock", "CidrBlockState");
    Optional<String> primary = tree.text("CidrBlock");
    if (ipv4.isEmpty()) {
      ipv4.add(block(tree, id + "|ipv4", tree.require("CidrBlock")));
    } else if (primary.isPresent()) {
      // The list has no order that AWS promises; the member of the VPC itself is the primary one.
      String first = primary.get();
      ipv4.sort((a, b) ->
          Boolean.compare(b.cidr().toString().equals(first), a.cidr().toString().equals(first)));
    }
    reading.put(
        new Vpc(
            id,
            reading.scope(item),
            ipv4,
            blocks(tree, "Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock", "Ipv6CidrBlockState"),
            reading
                .maybe(DhcpOptionsId.PREFIX, tree, "DhcpOptionsId")
                .filter(_ -> !tree.text("DhcpOptionsId").equals(Optional.of("default")))
                .map(DhcpOptionsId::new),
            true,
            isDefault,
            false,
            tree.text("InstanceTenancy").orElse("default"),
            isDefault),
        item);
  }

  private static List<Vpc.Block> blocks(Tree tree, String set, String member, String state)
      throws Unreadable {
    List<Vpc.Block> blocks = new ArrayList<>();
    for (Tree each : tree.list(set)) {
      String is = each.get(state).flatMap(s -> s.text("State")).orElse("associated");
      if (is.equals("associated") || is.equals("associating")) {
        String cidr = each.require(member);
        blocks.add(block(each, each.text("AssociationId").orElse(tree + cidr), cidr));
      }
    }
    return blocks;
  }

  private static Vpc.Block block(Tree tree, String association, String cidr) throws Unreadable {
    return new Vpc.Block(
        new VpcCidrAssociationId(Ids.of(VpcCidrAssociationId.PREFIX, association)),
        Reading.prefix(tree, cidr));
  }

  /** The answers of DescribeVpcAttribute, one call for each attribute. */
  static final class AttributeReader implements Reader {
    @Override
    public String section() {
      return "VpcAttributes";
    }

    @Override
    public void read(Item item, Reading reading) throws Unreadable {
      Tree tree = item.tree();
      Optional<Vpc> vpc = reading.get(Vpc.class, reading.vpc(tree));
      if (vpc.isEmpty()) {
        throw new Unreadable(tree.place(), tree.require("VpcId") + " is not in this dump");
      }
      Vpc v = vpc.get();
      reading.replace(
          v.withAttributes(
              value(tree, "EnableDnsSupport", v.dnsSupport()),
              value(tree, "EnableDnsHostnames", v.dnsHostnames()),
              value(tree, "EnableNetworkAddressUsageMetrics", v.metrics())));
      reading.tally.understood(section());
    }

    private static boolean value(Tree tree, String member, boolean otherwise) {
      return tree.get(member).map(m -> m.flag("Value", otherwise)).orElse(otherwise);
    }
  }
}
