package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.nft.Assign;
import io.cloister.dataplane.kernel.nft.Cause;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.Lookup;
import io.cloister.dataplane.kernel.nft.Meta;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.Payload;
import io.cloister.dataplane.kernel.nft.Rule;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.SetShape;
import io.cloister.dataplane.kernel.nft.Source;
import io.cloister.dataplane.kernel.nft.Statement;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.forwarding.pipeline.GroupPolicy;
import io.cloister.forwarding.pipeline.GroupRule;
import io.cloister.forwarding.pipeline.PolicyClass;
import io.cloister.forwarding.pipeline.PolicyClassId;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.TrafficMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chains of security groups, two a direction: rules that admit TCP or UDP from or to any
 * address, whose flows may be untracked, and all rules. A class of ports asks the first chains of
 * all its groups before the others: a flow that a rule for all addresses admits is untracked,
 * whatever other rules admit it too.
 */
final class GroupChains {
  private GroupChains() {}

  private static String side(Direction direction) {
    return switch (direction) {
      case INGRESS -> "in";
      case EGRESS -> "out";
    };
  }

  private static ChainName any(SecurityGroupId group, Direction direction) {
    return new ChainName("r-" + side(direction) + "-any-" + group);
  }

  private static ChainName all(SecurityGroupId group, Direction direction) {
    return new ChainName("r-" + side(direction) + "-" + group);
  }

  /** The chain of a class of ports. */
  static ChainName of(PolicyClassId policy, Direction direction) {
    String name = "k-" + side(direction) + "-" + policy.toString().replace(',', '.');
    return new ChainName(
        name.length() <= 120 ? name : name.substring(0, 100) + "-" + Names.mac(name).bits());
  }

  private static SetName members(SecurityGroupId group, Family family) {
    return new SetName((family == Family.IPV4 ? "m4-" : "m6-") + group);
  }

  /** The chains of a group. */
  static List<Chain> chains(GroupPolicy group) {
    List<Chain> chains = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      List<Rule> any = new ArrayList<>();
      List<Rule> all = new ArrayList<>();
      ChainName admitAny =
          direction == Direction.INGRESS ? Gates.ADMIT_IN_ANY : Gates.ADMIT_OUT_ANY;
      ChainName admit = direction == Direction.INGRESS ? Gates.ADMIT_IN : Gates.ADMIT_OUT;
      for (Family family : Family.values()) {
        for (GroupRule rule : group.rules(direction, family)) {
          Statement peer = peer(rule, direction, family);
          if (rule.anyAddress(family)) {
            untrackable(rule.match()).forEach(m -> any.add(rule(rule, peer, m, admitAny)));
          }
          all.add(rule(rule, peer, Matches.match(rule.match(), family), admit));
        }
      }
      chains.add(new Chain(any(group.id(), direction), Optional.empty(), any));
      chains.add(new Chain(all(group.id(), direction), Optional.empty(), all));
    }
    return chains;
  }

  private static Rule rule(GroupRule rule, Statement peer, List<Statement> match, ChainName admit) {
    List<Statement> statements = new ArrayList<>();
    statements.add(peer);
    statements.addAll(match);
    statements.add(Verdict.go(admit));
    return new Rule(statements, new Cause(rule.cause().rule().value()));
  }

  /** The other side's address. */
  private static Statement peer(GroupRule rule, Direction direction, Family family) {
    boolean in = direction == Direction.INGRESS;
    Payload address =
        switch (family) {
          case IPV4 -> in ? Payload.IP_SADDR : Payload.IP_DADDR;
          case IPV6 -> in ? Payload.IP6_SADDR : Payload.IP6_DADDR;
        };
    return switch (rule.peer()) {
      case RulePeer.Cidr(Prefix prefix) -> Matches.peer(prefix, direction);
      case RulePeer.Group(SecurityGroupId id, _) ->
          Lookup.in(members(id, family), in ? Meta.IIFNAME : Meta.OIFNAME, address);
    };
  }

  /** What of a match may be untracked: TCP and UDP. */
  private static List<List<Statement>> untrackable(TrafficMatch match) {
    return switch (match) {
      case TrafficMatch.Everything() ->
          List.of(
              List.of(Matches.protocol(IpProtocol.TCP)), List.of(Matches.protocol(IpProtocol.UDP)));
      case TrafficMatch.Ports(IpProtocol protocol, PortRange ports) ->
          List.of(Matches.ports(protocol, ports));
      case TrafficMatch.Icmp _, TrafficMatch.Other _ -> List.of();
    };
  }

  /** The sets of a group's members: a link, and an address that it owns. */
  static void members(SecurityGroupId group, Sink sink) {
    for (Family family : Family.values()) {
      SetShape shape =
          new SetShape(List.of(Type.IFNAME, Type.address(family)), new SetShape.Members(), false);
      sink.set(NftSet.empty(members(group, family), shape));
    }
  }

  /** A member of a group. */
  static void member(SecurityGroupId group, Port port, Sink sink) {
    Value link = Value.ifname(Names.link(port.id()).text());
    port.addresses()
        .forEach(address ->
            sink.element(
                members(group, address.family()), Element.of(link, Value.of(address)), Datum.NONE));
  }

  /** The chain that judges for all ports of a class. */
  static Chain chain(PolicyClass policy, Direction direction) {
    List<Rule> rules = new ArrayList<>();
    int bit = direction == Direction.INGRESS ? Marks.UNTRACKED_IN : Marks.UNTRACKED_OUT;
    for (Family family : Family.values()) {
      for (IpProtocol protocol : List.of(IpProtocol.TCP, IpProtocol.UDP)) {
        if (policy.isUntracked(direction, family, protocol)) {
          rules.add(
              Rule.of(
                  "the way back is open",
                  Matches.family(family),
                  Matches.protocol(protocol),
                  Assign.mark(Source.or(Meta.MARK, bit))));
        }
      }
    }
    for (SecurityGroupId group : policy.id().groups()) {
      rules.add(Rule.of(group.value(), Verdict.jump(any(group, direction))));
    }
    for (SecurityGroupId group : policy.id().groups()) {
      rules.add(Rule.of(group.value(), Verdict.jump(all(group, direction))));
    }
    rules.add(Gates.dropped("sg-" + side(direction)));
    return new Chain(of(policy.id(), direction), Optional.empty(), rules);
  }
}
