package io.cloister.app.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the data plane tells of a dropped packet, taken apart.
 *
 * @param sourcePort 0 where the protocol has none
 * @param port 0 where the protocol has none
 */
record DroppedPacket(String protocol, String source, int sourcePort, String target, int port) {
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9]+) ([0-9.]+)(?::(\\d+))? > ([0-9.]+)(?::(\\d+))?(?: .*)?");

  /**
   * The packet of a text such as {@code tcp 10.0.0.4:34567 > 10.0.1.9:80}; empty if it is other.
   */
  static Optional<DroppedPacket> of(String text) {
    Matcher m = FORM.matcher(text);
    return m.matches()
        ? Optional.of(
            new DroppedPacket(
                m.group(1), m.group(2), port(m.group(3)), m.group(4), port(m.group(5))))
        : Optional.empty();
  }

  private static int port(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Whether it is the request of a probe that was sent from a port. */
  boolean isOf(Probe probe, int sentFrom) {
    if (!protocol.equals(probe.protocol())
        || !probe.from().has(source)
        || !probe.to().has(target)) {
      return false;
    }
    return protocol.equals("icmp") || (sourcePort == sentFrom && port == probe.port());
  }
}
