package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;

/** Says changes of links and neighbours. */
final class LinkWriter {
  private final Request request;

  LinkWriter(Request request) {
    this.request = request;
  }

  void loopbackUp() {
    request.begin(Rt.NEWLINK, 0, () -> "switch on lo");
    link(1, Rt.IFF_UP);
    request.end();
  }

  void delete(String name, int index) {
    request.begin(Rt.DELLINK, 0, () -> "remove link " + name, Request.GONE);
    link(index, 0);
    if (index == 0) {
      request.text(Rt.IFLA_IFNAME, name);
    }
    request.end();
  }

  /**
   * @param namespace a descriptor of the namespace for the other end
   */
  void create(Link here, Link there, int namespace) {
    request.begin(
        Rt.NEWLINK,
        Request.CREATE | Request.EXCL,
        () -> "make links " + there.peer() + " and " + here.peer());
    link(0, 0);
    describe(here);
    int info = request.open(Rt.IFLA_LINKINFO);
    request.text(Rt.IFLA_INFO_KIND, "veth");
    int data = request.open(Rt.IFLA_INFO_DATA);
    int peer = request.open(Rt.VETH_INFO_PEER);
    link(0, 0);
    describe(there);
    request.u32(Rt.IFLA_NET_NS_FD, namespace);
    request.close(peer);
    request.close(data);
    request.close(info);
    request.end();
  }

  void set(Link link, int index, boolean made) {
    request.begin(Rt.NEWLINK, 0, () -> "switch on link " + link.name());
    link(index, Rt.IFF_UP);
    if (!made) {
      request.bytes(Rt.IFLA_ADDRESS, Rt.bytes(link.mac()));
      request.u32(Rt.IFLA_MTU, link.mtu());
    }
    request.text(Rt.IFLA_IFALIAS, link.peer().toString());
    request.end();
  }

  void putNeighbour(LinkName link, int index, IpAddress address, MacAddress mac) {
    request.begin(
        Rt.NEWNEIGH,
        Request.CREATE | Request.REPLACE,
        () -> "neighbour " + address + " on link " + link);
    neighbour(index, address, Rt.NUD_PERMANENT);
    request.bytes(Rt.NDA_LLADDR, Rt.bytes(mac));
    request.end();
  }

  void deleteNeighbour(LinkName link, int index, IpAddress address) {
    request.begin(
        Rt.DELNEIGH, 0, () -> "remove neighbour " + address + " on link " + link, Request.GONE);
    neighbour(index, address, 0);
    request.end();
  }

  private void neighbour(int index, IpAddress address, int state) {
    request.raw8(Rt.number(address.family())).raw8(0).raw16(0).raw32(index);
    request.raw16(state).raw8(0).raw8(0);
    request.bytes(Rt.NDA_DST, address.bytes());
  }

  private void link(int index, int up) {
    request.raw8(0).raw8(0).raw16(0).raw32(index).raw32(up).raw32(up);
  }

  private void describe(Link link) {
    request.text(Rt.IFLA_IFNAME, link.name().text());
    request.bytes(Rt.IFLA_ADDRESS, Rt.bytes(link.mac()));
    request.u32(Rt.IFLA_MTU, link.mtu());
  }
}
