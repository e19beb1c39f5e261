package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import java.util.HashMap;
import java.util.Map;

/** The numbers of a namespace's links, asked for one by one and kept as long as links stay. */
final class LinkIndex {
  private final NetlinkSocket socket;
  private final Map<String, Integer> known = new HashMap<>();

  LinkIndex(NetlinkSocket socket) {
    this.socket = socket;
    known.put("lo", 1);
  }

  /**
   * The number of a link.
   *
   * @throws io.cloister.dataplane.linux.netlink.NetlinkException ENODEV when there is none
   */
  int of(String name) {
    return known.computeIfAbsent(name, this::ask);
  }

  private int ask(String name) {
    return link(socket, name).u32(4);
  }

  /** What the kernel says of a link. */
  static Answer link(NetlinkSocket socket, String name) {
    Request request = new Request();
    request.begin(Rt.GETLINK, 0, () -> "link " + name);
    request.raw8(0).raw8(0).raw16(0).raw32(0).raw32(0).raw32(0);
    request.u32(Rt.IFLA_EXT_MASK, LinkReader.SKIP_STATISTICS);
    request.text(Rt.IFLA_IFNAME, name);
    request.end();
    return socket.ask(request).getFirst();
  }
}
