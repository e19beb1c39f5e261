package io.cloister.dataplane.kernel.nft;

import io.cloister.model.ip.Family;
import io.cloister.model.ip.PortRange;
import java.util.Locale;
import java.util.Optional;

/**
 * Network address translation of a connection, decided on its first packet; ends the rule's chain
 * with accept. Only in chains of the type nat.
 *
 * @param kind source or destination
 * @param family of the addresses
 * @param to the address: a constant, or a map's (address, or address and port)
 * @param portToo whether the map holds an address and a port; the key then has a field that exists
 *     in one protocol only, such as {@link Payload#TCP_DPORT}
 * @param ports the ports to choose from, in a rule that has matched the protocol above IP before;
 *     none keeps the port where it is free
 */
public record Translate(
    Kind kind, Family family, Source to, boolean portToo, Optional<PortRange> ports)
    implements Statement {

  /** Which end is translated. */
  public enum Kind {
    /** The source, in postrouting. */
    SNAT,
    /** The destination, in prerouting or output. */
    DNAT
  }

  /** Refuses computed addresses and constants of another family. */
  public Translate {
    boolean good =
        switch (to) {
          case Source.Constant(Value value) -> value.type() == Type.address(family);
          case Source.Mapped _ -> true;
          case Source.Bits _ -> false;
        };
    if (portToo && (ports.isPresent() || !(to instanceof Source.Mapped))) {
      throw new IllegalArgumentException("a port of a map, without a map: " + to);
    }
    if (!good) {
      throw new IllegalArgumentException("not an address of " + family + ": " + to);
    }
  }

  /** Source translation that keeps the port where it is free. */
  public static Translate snat(Family family, Source to) {
    return new Translate(Kind.SNAT, family, to, false, Optional.empty());
  }

  /** Source translation to a port of a range. */
  public static Translate snat(Family family, Source to, PortRange ports) {
    return new Translate(Kind.SNAT, family, to, false, Optional.of(ports));
  }

  /** Destination translation. */
  public static Translate dnat(Family family, Source to) {
    return new Translate(Kind.DNAT, family, to, false, Optional.empty());
  }

  /** Destination translation of address and port, both from a map. */
  public static Translate dnatWithPort(Family family, Source to) {
    return new Translate(Kind.DNAT, family, to, true, Optional.empty());
  }

  @Override
  public String toString() {
    String protocol = family == Family.IPV4 ? "ip" : "ip6";
    boolean bracket = family == Family.IPV6 && ports.isPresent() && to instanceof Source.Constant;
    return kind.name().toLowerCase(Locale.ROOT)
        + " "
        + protocol
        + " to "
        + (bracket ? "[" + to + "]" : to)
        + ports.map(range -> ":" + range).orElse("");
  }
}
