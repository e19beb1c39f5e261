package io.cloister.app.demo;

/**
 * A request, and what should become of it.
 *
 * @param protocol {@code tcp}, {@code udp} or {@code icmp}
 * @param port 0 for icmp
 * @param when what was done just before; empty when nothing was
 */
record Probe(Host from, Host to, String protocol, int port, Expected expected, String when) {
  /** The address to use: from the internet the public one, where there is one. */
  String address() {
    return from.shell().equals(Shell.INTERNET)
        ? to.publicAddress().orElse(to.address())
        : to.address();
  }

  /** Such as {@code tcp/80}. */
  String service() {
    return protocol.equals("icmp") ? "ping" : protocol + "/" + port;
  }
}
