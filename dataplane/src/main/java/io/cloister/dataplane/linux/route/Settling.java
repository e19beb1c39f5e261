package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkEnd;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.NetChange;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.NetlinkException;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.dataplane.linux.netns.Namespaces;
import io.cloister.dataplane.linux.system.Errno;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What the kernel finishes only after it has answered, by work queues of its own, and what packets
 * are lost for until then: an end whose peer was switched on drops all that it is to send until the
 * link watch has come by, and an IPv6 address isn't received for until its local route is there.
 * Both take some ten microseconds, or milliseconds on a busy machine.
 */
public final class Settling {
  private static final int IFLA_OPERSTATE = 16;
  private static final int OPERATING = 6;
  private static final int LOCAL = 2;
  private static final int FIB_MATCH = 0x2000;
  private static final int TRIES = 20_000;

  private final Map<NamespaceName, Set<String>> links = new TreeMap<>();
  private final Map<NamespaceName, Set<IpAddress>> addresses = new TreeMap<>();

  /** Notes what changes leave unfinished. */
  public void note(NamespaceName namespace, List<NetChange> changes) {
    for (NetChange change : changes) {
      if (change instanceof NetChange.SetLink(Link link, _)) {
        LinkEnd peer = link.peer();
        links.computeIfAbsent(namespace, _ -> new TreeSet<>()).add(link.name().text());
        links.computeIfAbsent(peer.namespace(), _ -> new TreeSet<>()).add(peer.link().text());
      } else if (change instanceof NetChange.AddAddress(_, var address)
          && address.address().family() == Family.IPV6) {
        addresses.computeIfAbsent(namespace, _ -> new TreeSet<>()).add(address.address());
      }
    }
  }

  /**
   * Waits for all of it.
   *
   * @throws NetlinkException ENETDOWN when something isn't ready after a second or more
   */
  public void await(Namespaces namespaces) {
    links.forEach((namespace, names) ->
        namespaces.with(
            namespace,
            handle -> {
              NetlinkSocket socket = handle.route();
              names.forEach(name -> await("link " + name, () -> operates(socket, name)));
              return true;
            }));
    addresses.forEach((namespace, all) ->
        namespaces.with(
            namespace,
            handle -> {
              NetlinkSocket socket = handle.route();
              all.forEach(address -> await("address " + address, () -> local(socket, address)));
              return true;
            }));
  }

  private static void await(String what, BooleanSupplier ready) {
    for (int tries = 0; !ready.getAsBoolean(); tries++) {
      if (tries > TRIES) {
        throw new NetlinkException(what, Errno.ENETDOWN, "it doesn't come into operation");
      }
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
    }
  }

  /** Asking makes a kernel from 6.8 on bring the link into operation at once. */
  private static boolean operates(NetlinkSocket socket, String link) {
    return LinkIndex.link(socket, link).attributes(16).u8(IFLA_OPERSTATE) == OPERATING;
  }

  private static boolean local(NetlinkSocket socket, IpAddress address) {
    Request request = new Request();
    request.begin(Rt.GETROUTE, 0, () -> "route to " + address);
    request.raw8(Rt.number(address.family())).raw8(address.family().bits()).raw8(0).raw8(0);
    request.raw8(0).raw8(0).raw8(0).raw8(0).raw32(FIB_MATCH);
    request.bytes(Rt.RTA_DST, address.bytes());
    request.end();
    try {
      List<Answer> answers = socket.ask(request);
      return answers.getFirst().u8(7) == LOCAL;
    } catch (NetlinkException _) {
      // No route at all, or one that refuses: the local one isn't there yet.
      return false;
    }
  }
}
