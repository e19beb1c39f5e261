package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.NetworkAclAssociationId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.NetworkAcl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Network ACLs. */
final class AclReader implements Reader {
  /** The number of the last, implicit deny: described by AWS, and not among a model's entries. */
  private static final int IMPLICIT = 32767;

  @Override
  public String section() {
    return "NetworkAcls";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Tree tree = item.tree();
    NetworkAclId id = new NetworkAclId(reading.id(NetworkAclId.PREFIX, tree, "NetworkAclId"));
    List<NetworkAcl.Entry> entries = new ArrayList<>();
    for (Tree each : tree.list("Entries")) {
      try {
        int number = each.number("RuleNumber").orElse(0);
        if (number > 0 && number < IMPLICIT) {
          entries.add(entry(each, number));
        }
      } catch (Unreadable e) {
        reading.tally.problem(e.place(), e.what() + ": this entry is left out");
      }
    }
    entries.sort(
        Comparator.comparing(NetworkAcl.Entry::direction)
            .thenComparingInt(NetworkAcl.Entry::number));
    List<NetworkAcl.Association> associations = new ArrayList<>();
    for (Tree each : tree.list("Associations")) {
      SubnetId subnet = new SubnetId(reading.id(SubnetId.PREFIX, each, "SubnetId"));
      associations.add(
          new NetworkAcl.Association(
              new NetworkAclAssociationId(
                  Ids.of(
                      NetworkAclAssociationId.PREFIX,
                      each.text("NetworkAclAssociationId").orElse(id + "|" + subnet))),
              subnet));
    }
    reading.put(
        new NetworkAcl(
            id,
            reading.scope(item),
            reading.vpc(tree),
            tree.flag("IsDefault", false),
            entries,
            associations),
        item);
  }

  private static NetworkAcl.Entry entry(Tree tree, int number) throws Unreadable {
    Optional<Tree> ports = tree.get("PortRange");
    Optional<Tree> icmp = tree.get("IcmpTypeCode");
    boolean isIcmp = icmp.isPresent();
    Tree range = (isIcmp ? icmp : ports).orElse(tree);
    String cidr = tree.text("CidrBlock").or(() -> tree.text("Ipv6CidrBlock")).orElse("");
    return new NetworkAcl.Entry(
        tree.flag("Egress", false) ? Direction.EGRESS : Direction.INGRESS,
        number,
        tree.text("RuleAction").orElse("deny").equals("allow"),
        Matches.of(
            tree,
            tree.text("Protocol").orElse("-1"),
            range.number(isIcmp ? "Type" : "From"),
            range.number(isIcmp ? "Code" : "To")),
        Reading.prefix(tree, cidr));
  }
}
