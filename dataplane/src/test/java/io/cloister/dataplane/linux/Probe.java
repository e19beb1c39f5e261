package io.cloister.dataplane.linux;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Networks;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;

/** Sends real packets from inside hosts of {@link Networks}. */
public final class Probe {
  private final LinuxKernel kernel;

  /** Probes in this kernel. */
  public Probe(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  /** Whether a packet from one host arrives at another within two seconds. */
  public boolean arrives(int from, int to, IpAddress address) throws IOException {
    try (DatagramChannel receiver = open(Networks.host(to), address.family());
        Selector selector = Selector.open()) {
      receiver.bind(new InetSocketAddress(Networks.PORT));
      receiver.configureBlocking(false);
      receiver.register(selector, SelectionKey.OP_READ);
      send(from, address);
      return selector.select(2000) > 0;
    }
  }

  /** Sends one packet. */
  public void send(int from, IpAddress address) throws IOException {
    try (DatagramChannel sender = open(Networks.host(from), address.family())) {
      sender.send(
          ByteBuffer.wrap("hello".getBytes(StandardCharsets.US_ASCII)),
          new InetSocketAddress(InetAddress.getByAddress(address.bytes()), Networks.PORT));
    }
  }

  private DatagramChannel open(NamespaceName namespace, Family family) {
    return kernel
        .namespaces()
        .with(
            namespace,
            handle ->
                handle.in(() ->
                    DatagramChannel.open(
                        family == Family.IPV4
                            ? StandardProtocolFamily.INET
                            : StandardProtocolFamily.INET6)));
  }
}
