package io.cloister.dataplane.linux.netns;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.system.Linux;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A namespace that is open: its descriptor and, once they are asked for, its sockets. Used by one
 * thread at a time, which {@link Namespaces#with} sees to.
 */
public final class NamespaceHandle {
  private static final int ROUTE_BUFFER = 1 << 18;

  /** The longest transaction; the kernel copies it, so it costs memory only while it is sent. */
  private static final int FILTER_BUFFER = 64 << 20;

  final ReentrantLock lock = new ReentrantLock();
  private final NamespaceName name;
  private final NamespaceThread thread;
  private final int fd;
  private Optional<NetlinkSocket> route = Optional.empty();
  private Optional<NetlinkSocket> filter = Optional.empty();
  private boolean closed;

  NamespaceHandle(NamespaceName name, Path file, NamespaceThread thread) {
    this.name = name;
    this.thread = thread;
    this.fd = Linux.open(file);
  }

  /** Which namespace. */
  public NamespaceName name() {
    return name;
  }

  /** A socket for links, addresses, routes. */
  public NetlinkSocket route() {
    if (route.isEmpty()) {
      route = Optional.of(open(NetlinkSocket.ROUTE, ROUTE_BUFFER));
    }
    return route.get();
  }

  /** A socket for nftables and connection tracking. */
  public NetlinkSocket filter() {
    if (filter.isEmpty()) {
      filter = Optional.of(open(NetlinkSocket.NETFILTER, FILTER_BUFFER));
    }
    return filter.get();
  }

  /** A new socket, which the caller closes. */
  public NetlinkSocket open(int protocol, int send) {
    return in(() -> NetlinkSocket.open(protocol, send));
  }

  /** Does something on the thread that is in the namespace; short things only. */
  public <T> T in(Callable<T> action) {
    return thread.in(fd, action);
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
    route.ifPresent(NetlinkSocket::close);
    filter.ifPresent(NetlinkSocket::close);
    Linux.close(fd);
  }
}
