package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.kernel.InterfaceAddress;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.NetChange;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.dataplane.linux.netns.Namespaces;
import io.cloister.dataplane.linux.system.Linux;
import io.cloister.model.ip.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** Does a namespace's changes of links, addresses, neighbours, routes and rules. */
public final class Plumber {
  private static final InterfaceAddress LOOPBACK_V4 =
      new InterfaceAddress(IpAddress.of("127.0.0.1"), 8);
  private static final InterfaceAddress LOOPBACK_V6 = InterfaceAddress.host(IpAddress.of("::1"));

  /** Descriptors of other namespaces that are open at a time. */
  private static final int PAIRS = 64;

  private final Namespaces namespaces;

  /** Works on these namespaces. */
  public Plumber(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  /**
   * Does the changes in order. It is no transaction: of those that are sent together all are tried,
   * whatever becomes of the others.
   *
   * @throws io.cloister.dataplane.linux.netlink.NetlinkException for the first that failed
   */
  public void plumb(NamespaceName namespace, List<NetChange> changes) {
    namespaces.with(
        namespace,
        handle -> {
          NetlinkSocket socket = handle.route();
          int done = 0;
          while (done < changes.size()) {
            done = pairs(socket, changes, done);
            done = others(socket, changes, done);
          }
          return true;
        });
  }

  /** Makes the pairs that come next, if any; the number of the first change that isn't one. */
  private int pairs(NetlinkSocket socket, List<NetChange> changes, int from) {
    int at = from;
    while (at < changes.size() && changes.get(at) instanceof NetChange.CreatePair) {
      List<Integer> open = new ArrayList<>();
      try {
        Request request = new Request();
        LinkWriter writer = new LinkWriter(request);
        while (at < changes.size()
            && open.size() < PAIRS
            && changes.get(at) instanceof NetChange.CreatePair pair) {
          int fd = Linux.open(namespaces.file(pair.here().peer().namespace()));
          open.add(fd);
          writer.create(pair.here(), pair.there(), fd);
          at++;
        }
        socket.each(request);
      } finally {
        open.forEach(Linux::close);
      }
    }
    return at;
  }

  /** Does the changes up to the next pair. */
  private static int others(NetlinkSocket socket, List<NetChange> changes, int from) {
    int at = from;
    Request request = new Request();
    LinkIndex links = new LinkIndex(socket);
    LinkWriter linkWriter = new LinkWriter(request);
    RouteWriter writer = new RouteWriter(request, links);
    while (at < changes.size()) {
      switch (changes.get(at)) {
        case NetChange.CreatePair _ -> {
          socket.each(request);
          return at;
        }
        case NetChange.LoopbackUp _ -> {
          linkWriter.loopbackUp();
          writer.addAddress("lo", LOOPBACK_V4);
          writer.addAddress("lo", LOOPBACK_V6);
        }
        case NetChange.DeleteLink(String name, int index) -> linkWriter.delete(name, index);
        case NetChange.SetLink(var link, boolean made) ->
            linkWriter.set(link, links.of(link.name().text()), made);
        case NetChange.AddAddress(String link, var address) -> writer.addAddress(link, address);
        case NetChange.DeleteAddress(String link, var address) ->
            writer.deleteAddress(link, address);
        case NetChange.PutNeighbour(var link, var address, var mac) ->
            linkWriter.putNeighbour(link, links.of(link.text()), address, mac);
        case NetChange.DeleteNeighbour(var link, var address) ->
            linkWriter.deleteNeighbour(link, links.of(link.text()), address);
        case NetChange.PutRoute(var route) -> writer.putRoute(route);
        case NetChange.DeleteRoute(var route) -> writer.deleteRoute(route);
        case NetChange.AddRule(var rule) -> writer.addRule(rule);
        case NetChange.DeleteRule(var rule) -> writer.deleteRule(rule);
        case NetChange.DeleteForeign(var foreign) -> writer.deleteForeign(foreign);
      }
      at++;
    }
    socket.each(request);
    return at;
  }
}
