package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.nft.Cause;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.Field;
import io.cloister.dataplane.kernel.nft.Hook;
import io.cloister.dataplane.kernel.nft.Log;
import io.cloister.dataplane.kernel.nft.Lookup;
import io.cloister.dataplane.kernel.nft.Meta;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.Rule;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.SetShape;
import io.cloister.dataplane.kernel.nft.Statement;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.dataplane.kernel.nft.VerdictLookup;
import io.cloister.forwarding.pipeline.AclEntry;
import io.cloister.forwarding.pipeline.AclStage;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.SubnetStage;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The borders of subnets, where ACLs judge. Each border has a chain for either direction and a set
 * of the links inside it: a packet between two of them doesn't cross it. The chain of the subnet
 * leads to its ACL's, which judges every packet anew, replies too. An ACL that lets everything pass
 * makes no border: its subnets cost nothing.
 */
final class Borders {
  private static final SetName OUT = new SetName("s-acl-out");
  private static final SetName IN = new SetName("s-acl-in");

  private Borders() {}

  /** The subnets of either version whose border isn't the same in both. */
  @SuppressWarnings("ReferenceEquality") // What has not been compiled anew is the same object.
  static SortedSet<SubnetId> changed(VpcPipeline before, VpcPipeline now) {
    SortedSet<SubnetId> changed = new TreeSet<>();
    if (before.subnets() == now.subnets()
        && before.acls() == now.acls()
        && before.cidrs().equals(now.cidrs())) {
      return changed;
    }
    for (VpcPipeline vpc : List.of(before, now)) {
      for (SubnetStage subnet : vpc.subnets()) {
        if (!acl(before, subnet.id()).equals(acl(now, subnet.id()))) {
          changed.add(subnet.id());
        }
      }
    }
    return changed;
  }

  /** Whether any subnet has a border. */
  static boolean any(VpcPipeline vpc) {
    return vpc.acls().values().anyMatch(acl -> !isOpen(vpc, acl));
  }

  /** What every border needs: the chains that find the packet's. */
  static void always(Sink sink) {
    SetShape verdicts = new SetShape(List.of(Type.IFNAME), new SetShape.Decides(), false);
    sink.set(NftSet.empty(OUT, verdicts));
    sink.set(NftSet.empty(IN, verdicts));
    sink.chain(base("b-acl-out", 3, OUT, Meta.IIFNAME));
    sink.chain(base("b-acl-in", 6, IN, Meta.OIFNAME));
  }

  private static Chain base(String name, int priority, SetName borders, Field link) {
    return Chain.of(
        name,
        Hook.filter(Hook.Point.FORWARD, priority, Hook.Policy.ACCEPT),
        Rule.of("borders", VerdictLookup.in(borders, link)));
  }

  /** The border of a subnet, without its ports. */
  static void subnet(VpcPipeline vpc, SubnetId subnet, Sink sink) {
    acl(vpc, subnet)
        .ifPresent(acl -> {
          sink.set(
              NftSet.empty(
                  inside(subnet),
                  new SetShape(List.of(Type.IFNAME), new SetShape.Members(), false)));
          sink.chain(chain(subnet, acl, Direction.EGRESS, Meta.OIFNAME));
          sink.chain(chain(subnet, acl, Direction.INGRESS, Meta.IIFNAME));
        });
  }

  private static Chain chain(SubnetId subnet, NetworkAclId acl, Direction direction, Field other) {
    return new Chain(
        border(subnet, direction),
        Optional.empty(),
        List.of(
            Rule.of("inside", Lookup.in(inside(subnet), other), Verdict.accept()),
            Rule.of(acl.value(), Verdict.go(judge(acl, direction)))));
  }

  /** A port inside a border. */
  static void port(VpcPipeline vpc, Port port, Sink sink) {
    if (acl(vpc, port.subnet()).isPresent()) {
      Element link = Element.of(Value.ifname(Names.link(port.id()).text()));
      sink.element(inside(port.subnet()), link, Datum.NONE);
      sink.element(OUT, link, Datum.of(Verdict.go(border(port.subnet(), Direction.EGRESS))));
      sink.element(IN, link, Datum.of(Verdict.go(border(port.subnet(), Direction.INGRESS))));
    }
  }

  /** The chains of an ACL that judges. */
  private static void acl(VpcPipeline vpc, AclStage acl, Sink sink) {
    if (!isOpen(vpc, acl)) {
      for (Direction direction : Direction.values()) {
        List<Rule> rules = new ArrayList<>();
        for (Family family : Family.values()) {
          acl.entries(direction, family).forEach(entry -> rules.add(rule(entry, direction)));
        }
        sink.chain(new Chain(judge(acl.id(), direction), Optional.empty(), rules));
      }
    }
  }

  private static Rule rule(AclEntry entry, Direction direction) {
    List<Statement> statements = new ArrayList<>();
    statements.add(Matches.peer(entry.peer(), direction));
    statements.addAll(Matches.match(entry.match(), entry.peer().family()));
    if (entry.allow()) {
      statements.add(Verdict.accept());
    } else {
      statements.add(new Log(Gates.LOG_GROUP, "acl-" + side(direction), Gates.SNAPLEN));
      statements.add(Verdict.drop());
    }
    return new Rule(statements, new Cause(entry.cause().toString()));
  }

  /** The ACL of a subnet, unless it lets everything pass. */
  private static Optional<NetworkAclId> acl(VpcPipeline vpc, SubnetId id) {
    return vpc.subnets()
        .get(id)
        .flatMap(vpc::aclOf)
        .filter(acl -> !isOpen(vpc, acl))
        .map(AclStage::id);
  }

  /** Whether an ACL lets pass everything of the families that the VPC has. */
  private static boolean isOpen(VpcPipeline vpc, AclStage acl) {
    for (Direction direction : Direction.values()) {
      for (Prefix block : vpc.cidrs()) {
        AclEntry first = acl.entries(direction, block.family()).getFirst();
        boolean everything =
            first.allow()
                && first.match() instanceof TrafficMatch.Everything
                && first.peer().length() == 0;
        if (!everything) {
          return false;
        }
      }
    }
    return true;
  }

  /** The links inside a border. */
  private static SetName inside(SubnetId subnet) {
    return new SetName("n-" + subnet);
  }

  private static ChainName border(SubnetId subnet, Direction direction) {
    return new ChainName("n-" + side(direction) + "-" + subnet);
  }

  private static ChainName judge(NetworkAclId acl, Direction direction) {
    return new ChainName("x-" + side(direction) + "-" + acl);
  }

  private static String side(Direction direction) {
    return switch (direction) {
      case INGRESS -> "in";
      case EGRESS -> "out";
    };
  }

  /** What of the ACLs isn't the same in the other version. */
  static void acls(VpcPipeline mine, VpcPipeline other, Sink sink) {
    boolean families = mine.cidrs().equals(other.cidrs());
    mine.acls()
        .eachDifference(
            families ? other.acls() : Table.empty(),
            (_, acl, _) -> acl.ifPresent(a -> acl(mine, a, sink)));
  }
}
