package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.forwarding.pipeline.Port;
import io.cloister.forwarding.pipeline.VpcPipeline;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.vpc.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sets of a VPC's router that know its ports: which addresses are whose, and who judges them.
 */
final class PortSets {
  private final Tables tables;
  private final Map<Element, Datum> own4 = new TreeMap<>();
  private final Map<Element, Datum> own6 = new TreeMap<>();
  private final Map<Element, Datum> links = new TreeMap<>();
  private final List<Element> mine4 = new ArrayList<>();
  private final List<Element> mine6 = new ArrayList<>();
  private final Map<Element, Datum> out = new TreeMap<>();
  private final Map<Element, Datum> outOther = new TreeMap<>();
  private final Map<Element, Datum> in = new TreeMap<>();
  private final Map<Element, Datum> inOther = new TreeMap<>();

  private PortSets(Tables tables) {
    this.tables = tables;
  }

  static List<NftSet> of(VpcPipeline vpc, Tables tables) {
    PortSets sets = new PortSets(tables);
    for (Port port : vpc.ports()) {
      if (port.plug().isPresent()) {
        sets.add(port);
      }
    }
    sets.inOther.put(link(Nowhere.LINK), Datum.of(Verdict.go(Nowhere.gateName())));
    if (vpc.edge().isPresent()) {
      Element link = link(Names.GATEWAY);
      sets.links.put(link, Datum.of(Value.mark(Marks.table(Tables.EDGE))));
      sets.outOther.put(link, Datum.of(Verdict.accept()));
      sets.inOther.put(link, Datum.of(Verdict.accept()));
    }
    return sets.all();
  }

  private static Element link(LinkName name) {
    return Element.of(Value.ifname(name.text()));
  }

  private void add(Port port) {
    LinkName name = Names.link(port.id());
    Element link = link(name);
    int table = Marks.table(tables.number(port.subnet()));
    for (IpAddress address : port.addresses().toList()) {
      Element pair = Element.of(Value.ifname(name.text()), Value.of(address));
      boolean four = address.family() == Family.IPV4;
      (four ? own4 : own6).put(pair, Datum.of(Value.mark(table | Marks.OWN_SOURCE)));
      (four ? mine4 : mine6).add(pair);
    }
    out.put(link, Datum.of(Verdict.go(GroupChains.of(port.policy(), Direction.EGRESS))));
    in.put(link, Datum.of(Verdict.go(GroupChains.of(port.policy(), Direction.INGRESS))));
    if (!port.sourceDestCheck()) {
      links.put(link, Datum.of(Value.mark(table)));
      outOther.put(link, Datum.of(Verdict.go(Gates.OUT_TRANSIT)));
      inOther.put(link, Datum.of(Verdict.go(Gates.IN_TRANSIT)));
    }
  }

  private List<NftSet> all() {
    List<Type> pair4 = List.of(Type.IFNAME, Type.IPV4_ADDR);
    List<Type> pair6 = List.of(Type.IFNAME, Type.IPV6_ADDR);
    List<Type> name = List.of(Type.IFNAME);
    List<Type> mark = List.of(Type.MARK);
    return List.of(
        NftSet.map(Gates.OWN4.text(), pair4, false, mark, own4),
        NftSet.map(Gates.OWN6.text(), pair6, false, mark, own6),
        NftSet.map(Gates.LINKS.text(), name, false, mark, links),
        NftSet.set(Gates.MINE4.text(), pair4, false, mine4),
        NftSet.set(Gates.MINE6.text(), pair6, false, mine6),
        NftSet.verdicts(Gates.OUT.text(), name, false, out),
        NftSet.verdicts(Gates.OUT_OTHER.text(), name, false, outOther),
        NftSet.verdicts(Gates.IN.text(), name, false, in),
        NftSet.verdicts(Gates.IN_OTHER.text(), name, false, inOther));
  }
}
