package io.cloister.dataplane.linux.netlink;

import io.cloister.dataplane.linux.system.Errno;
import io.cloister.dataplane.linux.system.Linux;
import io.cloister.dataplane.linux.system.Sockets;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A netlink socket. It belongs to the namespace of the thread that opened it, and can then be used
 * from any thread, by one at a time.
 *
 * <p>The kernel works a message off before {@code send} returns, so its answers are there by then;
 * only dumps go on while they are read.
 */
public final class NetlinkSocket implements AutoCloseable {
  /** Links, addresses, routes. */
  public static final int ROUTE = 0;

  /** nftables, connection tracking, logging. */
  public static final int NETFILTER = 12;

  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW = 3;
  private static final int SOL_SOCKET = 1;
  private static final int SO_SNDBUF = 7;
  private static final int SO_RCVBUF = 8;
  private static final int SO_SNDBUFFORCE = 32;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int SOL_NETLINK = 270;
  private static final int NETLINK_CAP_ACK = 10;
  private static final int NETLINK_EXT_ACK = 11;
  private static final int NETLINK_GET_STRICT_CHK = 12;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_TRUNC = 0x20;

  private static final int NLMSG_ERROR = 2;
  private static final int NLMSG_DONE = 3;
  private static final int DUMP_INTERRUPTED = 0x10;
  private static final int CAPPED = 0x100;
  private static final int ACK_TLVS = 0x200;
  private static final int RECEIVE = 1 << 16;
  private static final int CHUNK = 1 << 15;
  private static final int DUMP_TRIES = 20;

  private final int fd;
  private final int limit;

  /** Freed with this object: closing a shared arena stops all threads for a moment. */
  private final MemorySegment in = Arena.ofAuto().allocate(RECEIVE, 8);

  private NetlinkSocket(int fd, int limit) {
    this.fd = fd;
    this.limit = limit;
  }

  /**
   * Opens a socket in the calling thread's namespace.
   *
   * @param send bytes that one transaction should be able to have; without the right to ask for so
   *     much it becomes less, see {@link #limit}
   */
  public static NetlinkSocket open(int protocol, int send) {
    int fd = Sockets.open(AF_NETLINK, SOCK_RAW, protocol);
    Sockets.option(fd, SOL_NETLINK, NETLINK_CAP_ACK, 1);
    Sockets.option(fd, SOL_NETLINK, NETLINK_EXT_ACK, 1);
    Sockets.option(fd, SOL_NETLINK, NETLINK_GET_STRICT_CHK, 1);
    boolean forced = Sockets.option(fd, SOL_SOCKET, SO_SNDBUFFORCE, send);
    if (!forced) {
      Sockets.option(fd, SOL_SOCKET, SO_SNDBUF, send);
    }
    if (!Sockets.option(fd, SOL_SOCKET, SO_RCVBUFFORCE, 4 << 20)) {
      Sockets.option(fd, SOL_SOCKET, SO_RCVBUF, 4 << 20);
    }
    // Without the force the kernel grants net.core.wmem_max, 212,992 bytes where nobody changed it.
    return new NetlinkSocket(fd, forced ? send : Math.min(send, 160_000));
  }

  /** The descriptor, for waiting. */
  public int fd() {
    return fd;
  }

  /** Bytes that one {@link #send} may have. */
  public int limit() {
    return limit;
  }

  /**
   * Sends independent messages, in parts. All are tried, whatever becomes of the others.
   *
   * @throws NetlinkException for the first that failed with an error that isn't fine for it
   */
  public void each(Request request) {
    int first = 0;
    List<NetlinkException> failures = new ArrayList<>();
    while (first < request.count()) {
      int from = first == 0 ? 0 : request.end(first - 1);
      int last = first;
      while (last + 1 < request.count() && request.end(last + 1) - from <= CHUNK) {
        last++;
      }
      request.acknowledge(last);
      send(request, from, request.end(last));
      answers(request).ifPresent(failures::add);
      first = last + 1;
    }
    if (!failures.isEmpty()) {
      NetlinkException failure = failures.getFirst();
      failures.stream().skip(1).limit(10).forEach(failure::addSuppressed);
      throw failure;
    }
  }

  /**
   * Sends messages that the kernel takes or refuses together: the first and the last frame the
   * others, of which the last is the one whose answer tells that all went well.
   *
   * @throws NetlinkException when they were refused; EMSGSIZE when they are longer than the limit
   */
  public void together(Request request) {
    request.acknowledge(request.count() - 2);
    send(request, 0, request.size());
    Optional<NetlinkException> failure = answers(request);
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** Sends one message that is answered with messages, and gives these. */
  public List<Answer> ask(Request request) {
    send(request, 0, request.size());
    List<Answer> all = new ArrayList<>();
    Optional<NetlinkException> failure = read(request, all::add, MSG_DONTWAIT);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return all;
  }

  /**
   * Sends one request for everything of a kind, and gives that; again when it changed meanwhile.
   */
  public List<Answer> dump(Request request) {
    for (int attempt = 0; attempt < DUMP_TRIES; attempt++) {
      List<Answer> all = new ArrayList<>();
      if (dump(request, all::add)) {
        return all;
      }
    }
    throw new NetlinkException(
        request.about(1).text().get(), Errno.EINTR, "it never stood still long enough");
  }

  /** Whether everything was seen as it was at one time. */
  private boolean dump(Request request, Consumer<Answer> each) {
    send(request, 0, request.size());
    boolean[] state = {false, false};
    while (!state[0]) {
      Optional<NetlinkException> failure =
          read(
              request,
              answer -> {
                state[1] |= (answer.flags() & DUMP_INTERRUPTED) != 0;
                if (answer.type() == NLMSG_DONE) {
                  state[0] = true;
                } else {
                  each.accept(answer);
                }
              },
              0);
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
    return !state[1];
  }

  /**
   * Waits for messages that nobody asked for.
   *
   * @return false when some were lost because the buffer was full
   */
  public boolean listen(Consumer<Answer> each) {
    long length = receive(MSG_DONTWAIT);
    if (length == -Errno.ENOBUFS) {
      return false;
    }
    if (length > 0) {
      parse((int) length, each);
    }
    return true;
  }

  private void send(Request request, int from, int to) {
    long size = (long) to - from;
    try (Arena once = Arena.ofConfined()) {
      MemorySegment out = once.allocate(size, 8);
      MemorySegment.copy(request.data(), from, out, ValueLayout.JAVA_BYTE, 0, (int) size);
      long sent = Sockets.send(fd, out, size, 0);
      if (sent < 0) {
        throw new NetlinkException(
            "send of " + size + " bytes: " + request.about(1).text().get(), (int) -sent, "");
      }
    }
  }

  /** Reads all answers that wait; the first error that counts. */
  private Optional<NetlinkException> answers(Request request) {
    return read(request, _ -> {}, MSG_DONTWAIT);
  }

  private Optional<NetlinkException> read(Request request, Consumer<Answer> each, int flags) {
    List<NetlinkException> failures = new ArrayList<>();
    boolean answered = false;
    while (true) {
      long length = receive(flags);
      if (length == -Errno.EAGAIN) {
        break;
      }
      if (length < 0) {
        throw new NetlinkException(request.about(1).text().get(), (int) -length, "no answer");
      }
      answered = true;
      parse(
          (int) length,
          answer -> {
            boolean badEnd = answer.type() == NLMSG_DONE && answer.u32(0) < 0;
            if (answer.type() == NLMSG_ERROR || badEnd) {
              error(request, answer).ifPresent(failures::add);
            } else {
              each.accept(answer);
            }
          });
      if (flags != MSG_DONTWAIT) {
        break;
      }
    }
    if (!answered) {
      throw new NetlinkException(request.about(1).text().get(), Errno.EAGAIN, "no answer");
    }
    return failures.stream().findFirst();
  }

  private static Optional<NetlinkException> error(Request request, Answer answer) {
    int errno = -answer.u32(0);
    Request.About about = request.about(answer.sequence());
    if (errno == 0 || about.fine().contains(errno)) {
      return Optional.empty();
    }
    String said = "";
    if (answer.type() == NLMSG_ERROR && (answer.flags() & ACK_TLVS) != 0) {
      int original = (answer.flags() & CAPPED) != 0 ? 16 : (answer.u32(4) + 3) & ~3;
      said = answer.attributes(4 + original).text(1);
    }
    return Optional.of(new NetlinkException(about.text().get(), errno, said));
  }

  private long receive(int flags) {
    long length;
    do {
      length = Sockets.receive(fd, in, flags | MSG_TRUNC);
    } while (length == -Errno.EINTR);
    if (length > RECEIVE) {
      throw new NetlinkException("receive of " + length + " bytes", Errno.EMSGSIZE, "");
    }
    return length;
  }

  private void parse(int length, Consumer<Answer> each) {
    byte[] data = in.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    int at = 0;
    while (at + 16 <= length) {
      int size = Math.clamp((int) Bytes.INT.get(data, at), 16, length - at);
      int type = (short) Bytes.SHORT.get(data, at + 4) & 0xffff;
      int flags = (short) Bytes.SHORT.get(data, at + 6) & 0xffff;
      int sequence = (int) Bytes.INT.get(data, at + 8);
      each.accept(new Answer(type, flags, sequence, data, at + 16, at + size));
      at += (size + 3) & ~3;
    }
  }

  @Override
  public void close() {
    Linux.close(fd);
  }
}
