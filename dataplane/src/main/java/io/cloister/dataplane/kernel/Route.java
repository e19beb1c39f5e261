package io.cloister.dataplane.kernel;

import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import java.util.Comparator;
import java.util.Optional;

/**
 * A route of one of the namespace's tables. A table has one route per destination.
 *
 * @param table 1..2^31-1; 254 is the main table, 255 (local) is the kernel's own
 * @param destination packets for these addresses, the longest block wins
 * @param target where they go
 */
public record Route(int table, Prefix destination, Target target) implements Comparable<Route> {
  /** The number of the main table. */
  public static final int MAIN = 254;

  private static final Comparator<Route> ORDER =
      Comparator.comparingInt(Route::table)
          .thenComparing(Route::destination)
          .thenComparing(r -> r.target().toString());

  /** Where packets go. */
  public sealed interface Target {}

  /** Nowhere, without a word to the sender. */
  public record Blackhole() implements Target {
    @Override
    public String toString() {
      return "blackhole";
    }
  }

  /**
   * Out by a link.
   *
   * @param link of this namespace
   * @param gateway whose MAC the packet gets; none for the destination's own. It is taken as on the
   *     link, whatever the link's addresses are. IPv4 may go by an IPv6 gateway
   * @param source the address that this namespace's own packets get; of the destination's family
   * @param mtu the path's MTU in bytes where it is below the link's
   */
  public record Via(
      LinkName link, Optional<IpAddress> gateway, Optional<IpAddress> source, Optional<Integer> mtu)
      implements Target {
    @Override
    public String toString() {
      return gateway.map(a -> "via " + a + " ").orElse("")
          + "dev "
          + link
          + gateway.map(_ -> " onlink").orElse("")
          + source.map(a -> " src " + a).orElse("")
          + mtu.map(bytes -> " mtu " + bytes).orElse("");
    }
  }

  /** Refuses tables that aren't ours to fill. */
  public Route {
    if (table < 1 || table == 255) {
      throw new IllegalArgumentException("not a routing table for routes of ours: " + table);
    }
    if (target instanceof Via via) {
      boolean four = destination.family() == Family.IPV4;
      if (via.source().filter(a -> a.family() != destination.family()).isPresent()
          || (!four && via.gateway().filter(a -> a.family() == Family.IPV4).isPresent())) {
        throw new IllegalArgumentException("addresses of another family: " + via);
      }
    }
  }

  /** A route to nowhere. */
  public static Route blackhole(int table, Prefix destination) {
    return new Route(table, destination, new Blackhole());
  }

  /** A route to addresses on a link. */
  public static Route link(int table, Prefix destination, LinkName link) {
    return new Route(
        table, destination, new Via(link, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** A route by a gateway on a link. */
  public static Route via(int table, Prefix destination, IpAddress gateway, LinkName link) {
    return new Route(
        table,
        destination,
        new Via(link, Optional.of(gateway), Optional.empty(), Optional.empty()));
  }

  /** What is unique in a namespace. */
  public Key key() {
    return new Key(table, destination);
  }

  /** A table and a destination. */
  public record Key(int table, Prefix destination) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::table).thenComparing(Key::destination);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  @Override
  public int compareTo(Route other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return destination + " table " + table + " " + target;
  }
}
