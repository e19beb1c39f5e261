package io.cloister.dataplane.linux.flow;

import io.cloister.dataplane.linux.netlink.Addresses;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.Attributes;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.IpProtocol;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists and ends tracked connections by a netfilter socket of their namespace. */
public final class Conntrack {
  private static final int SUBSYSTEM = 1;
  private static final int GET = 1;
  private static final int DELETE = 2;
  private static final int TUPLE_ORIGINAL = 1;
  private static final int TUPLE_REPLY = 2;
  private static final int TIMEOUT = 7;
  private static final int MARK = 8;
  private static final int ID = 12;
  private static final int ZONE = 18;
  private static final int TUPLE_IP = 1;
  private static final int TUPLE_PROTOCOL = 2;
  private static final int V4_SOURCE = 1;
  private static final int V4_DESTINATION = 2;
  private static final int V6_SOURCE = 3;
  private static final int V6_DESTINATION = 4;
  private static final int NUMBER = 1;
  private static final int SOURCE_PORT = 2;
  private static final int DESTINATION_PORT = 3;

  /** A connection and the kernel's own name for it. */
  private record Entry(Connection connection, int family, List<ByteBuffer> name) {}

  private Conntrack() {}

  /** All connections, in no order. */
  public static List<Connection> list(NetlinkSocket socket) {
    return entries(socket).stream().map(Entry::connection).toList();
  }

  /**
   * Ends connections: their next packet is judged as the first of a new one. One that is gone by
   * itself meanwhile is well.
   *
   * @return how many were asked to end
   */
  public static int end(NetlinkSocket socket, Predicate<Connection> which) {
    Request request = new Request();
    int count = 0;
    for (Entry entry : entries(socket)) {
      if (which.test(entry.connection())) {
        request.begin(SUBSYSTEM << 8 | DELETE, 0, () -> "end " + entry.connection(), Request.GONE);
        request.raw8(entry.family()).raw8(0).raw16(0);
        int[] types = {TUPLE_ORIGINAL, ID, ZONE};
        for (int i = 0; i < types.length; i++) {
          byte[] bytes = entry.name().get(i).array();
          if (bytes.length > 0) {
            request.bytes(i == 0 ? types[i] | Request.NESTED : types[i], bytes);
          }
        }
        request.end();
        count++;
      }
    }
    socket.each(request);
    return count;
  }

  private static List<Entry> entries(NetlinkSocket socket) {
    Request request = new Request();
    request.begin(SUBSYSTEM << 8 | GET, Request.DUMP, () -> "list connections");
    request.raw8(0).raw8(0).raw16(0);
    request.end();
    List<Entry> entries = new ArrayList<>();
    socket.dump(request).forEach(answer -> entry(answer).ifPresent(entries::add));
    return entries;
  }

  private static Optional<Entry> entry(Answer answer) {
    Attributes attributes = answer.attributes(4);
    Attributes original = attributes.nested(TUPLE_ORIGINAL);
    Optional<Connection.Way> there = way(original);
    Optional<Connection.Way> back = way(attributes.nested(TUPLE_REPLY));
    if (there.isEmpty() || back.isEmpty()) {
      return Optional.empty();
    }
    Connection connection =
        new Connection(
            new IpProtocol(original.nested(TUPLE_PROTOCOL).u8(NUMBER)),
            there.get(),
            back.get(),
            attributes.u32Network(MARK),
            attributes.u32Network(TIMEOUT));
    return Optional.of(
        new Entry(
            connection,
            answer.u8(0),
            List.of(
                ByteBuffer.wrap(attributes.bytes(TUPLE_ORIGINAL)),
                ByteBuffer.wrap(attributes.bytes(ID)),
                ByteBuffer.wrap(attributes.bytes(ZONE)))));
  }

  private static Optional<Connection.Way> way(Attributes tuple) {
    Attributes ip = tuple.nested(TUPLE_IP);
    Attributes protocol = tuple.nested(TUPLE_PROTOCOL);
    boolean four = ip.has(V4_SOURCE);
    Optional<IpAddress> source = Addresses.read(ip.bytes(four ? V4_SOURCE : V6_SOURCE));
    Optional<IpAddress> destination =
        Addresses.read(ip.bytes(four ? V4_DESTINATION : V6_DESTINATION));
    return source.isPresent() && destination.isPresent()
        ? Optional.of(
            new Connection.Way(
                source.get(),
                destination.get(),
                protocol.u16Network(SOURCE_PORT),
                protocol.u16Network(DESTINATION_PORT)))
        : Optional.empty();
  }
}
