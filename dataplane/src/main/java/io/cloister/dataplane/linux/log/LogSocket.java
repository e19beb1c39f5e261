package io.cloister.dataplane.linux.log;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.Attributes;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.dataplane.linux.netns.Namespaces;
import io.cloister.dataplane.linux.route.LinkNames;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Listens to one group of one namespace. */
final class LogSocket {
  private static final int SUBSYSTEM = 4;
  private static final int PACKET = 0;
  private static final int CONFIG = 1;
  private static final int CONFIG_COMMAND = 1;
  private static final int CONFIG_MODE = 2;
  private static final int CONFIG_THRESHOLD = 5;
  private static final int COMMAND_BIND = 1;
  private static final int COPY_PACKET = 2;
  private static final int MARK = 2;
  private static final int IN = 4;
  private static final int OUT = 5;
  private static final int PAYLOAD = 9;
  private static final int PREFIX = 10;

  private final NamespaceName namespace;
  private final NetlinkSocket socket;
  private final LinkNames links;
  private boolean closed;

  private LogSocket(NamespaceName namespace, NetlinkSocket socket, LinkNames links) {
    this.namespace = namespace;
    this.socket = socket;
    this.links = links;
  }

  static LogSocket open(Namespaces namespaces, NamespaceName namespace, int group) {
    NetlinkSocket socket =
        namespaces.with(namespace, h -> h.open(NetlinkSocket.NETFILTER, 1 << 16));
    Request request = new Request();
    begin(request, group);
    request.bytes(CONFIG_COMMAND, new byte[] {COMMAND_BIND});
    request.end();
    begin(request, group);
    // The range 0 asks for as much as the rule copies; the padding belongs to the struct.
    request.bytes(CONFIG_MODE, new byte[] {0, 0, 0, 0, COPY_PACKET, 0});
    request.end();
    begin(request, group);
    // Else the kernel gathers up to a hundred packets or a second.
    request.u32Network(CONFIG_THRESHOLD, 1);
    request.end();
    try {
      socket.each(request);
    } catch (RuntimeException e) {
      socket.close();
      throw e;
    }
    return new LogSocket(namespace, socket, new LinkNames(namespaces, namespace));
  }

  private static void begin(Request request, int group) {
    request.begin(SUBSYSTEM << 8 | CONFIG, 0, () -> "listen to log group " + group);
    request.raw8(0).raw8(0).raw16Network(group);
  }

  int fd() {
    return socket.fd();
  }

  /** Gives on what waits; false when some was lost. */
  synchronized boolean read(Consumer<LoggedPacket> consumer) {
    return closed || socket.listen(answer -> packet(answer, consumer));
  }

  private void packet(Answer answer, Consumer<LoggedPacket> consumer) {
    if (answer.type() != (SUBSYSTEM << 8 | PACKET)) {
      return;
    }
    Attributes attributes = answer.attributes(4);
    consumer.accept(
        new LoggedPacket(
            namespace,
            answer.u16Network(2),
            attributes.text(PREFIX),
            links.name(attributes.u32Network(IN)),
            links.name(attributes.u32Network(OUT)),
            attributes.u32Network(MARK),
            ByteBuffer.wrap(attributes.bytes(PAYLOAD))));
  }

  synchronized void close() {
    closed = true;
    socket.close();
  }
}
