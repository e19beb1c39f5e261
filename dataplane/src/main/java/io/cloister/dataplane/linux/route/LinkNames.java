package io.cloister.dataplane.linux.route;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.linux.netlink.NetlinkException;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.dataplane.linux.netns.Namespaces;
import io.cloister.dataplane.linux.system.SystemException;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of a namespace's links by their numbers, each asked for once: a namespace doesn't give
 * a number twice, and our links keep their names. For one thread.
 */
public final class LinkNames {
  private final Namespaces namespaces;
  private final NamespaceName namespace;
  private final Map<Integer, String> known = new HashMap<>();

  /** The links of this namespace. */
  public LinkNames(Namespaces namespaces, NamespaceName namespace) {
    this.namespaces = namespaces;
    this.namespace = namespace;
  }

  /** The name; empty for 0 and for a link that is gone. */
  public String name(int index) {
    if (index == 0) {
      return "";
    }
    String name = known.get(index);
    if (name == null) {
      name = ask(index);
      if (!name.isEmpty()) {
        known.put(index, name);
      }
    }
    return name;
  }

  private String ask(int index) {
    try {
      return namespaces.with(namespace, handle -> ask(handle.route(), index));
    } catch (SystemException _) {
      // The namespace went while packets of it were waiting.
      return "";
    }
  }

  private static String ask(NetlinkSocket socket, int index) {
    Request request = new Request();
    request.begin(Rt.GETLINK, 0, () -> "link number " + index);
    request.raw8(0).raw8(0).raw16(0).raw32(index).raw32(0).raw32(0);
    request.u32(Rt.IFLA_EXT_MASK, LinkReader.SKIP_STATISTICS);
    request.end();
    try {
      return socket.ask(request).getFirst().attributes(16).text(Rt.IFLA_IFNAME);
    } catch (NetlinkException _) {
      return "";
    }
  }
}
