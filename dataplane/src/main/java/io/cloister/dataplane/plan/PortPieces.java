package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.SetShape;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.forwarding.pipeline.Plug;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.Family;
import io.cloister.model.vpc.Direction;
import java.util.List;

/** What a port contributes to its router: its link, its addresses, and who judges its packets. */
final class PortPieces {
  private PortPieces() {}

  /** The sets of a VPC's router that know its ports. */
  static void sets(Sink sink) {
    List<Type> pair4 = List.of(Type.IFNAME, Type.IPV4_ADDR);
    List<Type> pair6 = List.of(Type.IFNAME, Type.IPV6_ADDR);
    List<Type> name = List.of(Type.IFNAME);
    SetShape.Holds mark = new SetShape.Maps(List.of(Type.MARK));
    SetShape.Holds verdict = new SetShape.Decides();
    SetShape.Holds nothing = new SetShape.Members();
    sink.set(NftSet.empty(Gates.OWN4, new SetShape(pair4, mark, false)));
    sink.set(NftSet.empty(Gates.OWN6, new SetShape(pair6, mark, false)));
    sink.set(NftSet.empty(Gates.LINKS, new SetShape(name, mark, false)));
    sink.set(NftSet.empty(Gates.MINE4, new SetShape(pair4, nothing, false)));
    sink.set(NftSet.empty(Gates.MINE6, new SetShape(pair6, nothing, false)));
    sink.set(NftSet.empty(Gates.OUT, new SetShape(name, verdict, false)));
    sink.set(NftSet.empty(Gates.OUT_OTHER, new SetShape(name, verdict, false)));
    sink.set(NftSet.empty(Gates.IN, new SetShape(name, verdict, false)));
    sink.set(NftSet.empty(Gates.IN_OTHER, new SetShape(name, verdict, false)));
    sink.element(Gates.IN_OTHER, link(Nowhere.LINK), Datum.of(Verdict.go(Nowhere.gateName())));
  }

  /** The link to a VPC's gateway: whoever comes or goes there was judged, or will be. */
  static void gateway(Sink sink) {
    Element link = link(Names.GATEWAY);
    sink.element(Gates.LINKS, link, Datum.of(Value.mark(Marks.table(TablePieces.EDGE))));
    sink.element(Gates.OUT_OTHER, link, Datum.of(Verdict.accept()));
    sink.element(Gates.IN_OTHER, link, Datum.of(Verdict.accept()));
  }

  private static Element link(LinkName name) {
    return Element.of(Value.ifname(name.text()));
  }

  /** A port; one that isn't plugged contributes nothing. */
  static void port(VpcPipeline vpc, Numbers numbers, Port port, Sink sink) {
    if (port.instance().isEmpty()) {
      return;
    }
    Plug.OfInstance plug = port.instance().get();
    LinkEnd end = new LinkEnd(Names.outlet(plug), Names.device(plug));
    sink.link(
        RouterPlan.link(Names.router(vpc.id()), Names.link(port.id()), Port.MTU, end, port.mac()));
    TablePieces.port(port, numbers, sink);
    Borders.port(vpc, port, sink);
    gates(port, Marks.table(numbers.subnets().require(port.subnet()).number()), sink);
    for (SecurityGroupId group : port.policy().groups()) {
      if (vpc.references().has(group)) {
        GroupChains.member(group, port, sink);
      }
    }
  }

  private static void gates(Port port, int table, Sink sink) {
    Value name = Value.ifname(Names.link(port.id()).text());
    Element link = Element.of(name);
    port.addresses()
        .forEach(address -> {
          Element pair = Element.of(name, Value.of(address));
          boolean four = address.family() == Family.IPV4;
          sink.element(
              four ? Gates.OWN4 : Gates.OWN6, pair, Datum.of(Value.mark(table | Marks.OWN_SOURCE)));
          sink.element(four ? Gates.MINE4 : Gates.MINE6, pair, Datum.NONE);
        });
    sink.element(
        Gates.OUT, link, Datum.of(Verdict.go(GroupChains.of(port.policy(), Direction.EGRESS))));
    sink.element(
        Gates.IN, link, Datum.of(Verdict.go(GroupChains.of(port.policy(), Direction.INGRESS))));
    if (!port.sourceDestCheck()) {
      sink.element(Gates.LINKS, link, Datum.of(Value.mark(table)));
      sink.element(Gates.OUT_OTHER, link, Datum.of(Verdict.go(Gates.OUT_TRANSIT)));
      sink.element(Gates.IN_OTHER, link, Datum.of(Verdict.go(Gates.IN_TRANSIT)));
    }
  }
}
