package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.support.Cidrs;
import io.cloister.control.action.support.PublicPools;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.Vpc;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which blocks a VPC may have (VPC user guide, "VPC CIDR blocks" and "IPv4 CIDR block association
 * restrictions").
 */
final class VpcBlocks {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 28;
  private static final int AMAZON_PROVIDED = 56;

  private static final List<Prefix> NEVER =
      List.of(
          Prefix.of("0.0.0.0/8"),
          Prefix.of("127.0.0.0/8"),
          Prefix.of("169.254.0.0/16"),
          Prefix.of("224.0.0.0/4"));
  private static final Prefix TEN = Prefix.of("10.0.0.0/8");
  private static final Prefix LOW_TENS = Prefix.of("10.0.0.0/15");
  private static final Prefix LOWEST_TENS = Prefix.of("10.0.0.0/16");
  private static final Prefix SEVENTEEN_TWO = Prefix.of("172.16.0.0/12");
  private static final Prefix SEVENTEEN_TWO_DEFAULT = Prefix.of("172.31.0.0/16");
  private static final Prefix BENCHMARK = Prefix.of("198.19.0.0/16");
  private static final List<Prefix> FAMILIES =
      List.of(TEN, SEVENTEEN_TWO, Prefix.of("192.168.0.0/16"), BENCHMARK);

  private VpcBlocks() {}

  /**
   * Checks an IPv4 block by itself.
   *
   * @throws AwsException {@code InvalidVpc.Range}
   */
  static void check(Prefix cidr, PublicPools pools) {
    if (cidr.length() < SHORTEST || cidr.length() > LONGEST) {
      throw range(
          "The CIDR '%s' is invalid. A VPC's block is between /%d and /%d"
              .formatted(cidr, SHORTEST, LONGEST));
    }
    for (Prefix block : NEVER) {
      if (block.overlaps(cidr)) {
        throw range(
            "The CIDR '%s' is invalid. Addresses of %s can't be a VPC's: use a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"
                .formatted(cidr, block));
      }
    }
    pools.refuse("InvalidVpc.Range", cidr);
  }

  /**
   * Checks a further IPv4 block of a VPC.
   *
   * @throws AwsException {@code InvalidVpc.Range}
   */
  static void checkSecondary(Network network, Vpc vpc, Prefix cidr, PublicPools pools) {
    check(cidr, pools);
    for (Vpc.Block block : vpc.ipv4()) {
      if (block.cidr().overlaps(cidr)) {
        throw range(
            "The CIDR '%s' conflicts with %s, which %s already has as %s"
                .formatted(cidr, block.cidr(), vpc.id(), block.id()));
      }
    }
    checkPeers(network, vpc, cidr);
    if (restricted(vpc, cidr)) {
      throw range(
          "The CIDR '%s' is restricted. Use a CIDR from the same private address range as the current VPC CIDR (%s), or use a publicly-routable CIDR"
              .formatted(cidr, vpc.primary()));
    }
    for (RouteTable table : Parts.routeTables(network, vpc.id())) {
      for (Route route : table.routes()) {
        if (!(route.target() instanceof RouteTarget.Local) && cidr.contains(route.destination())) {
          throw range(
              "The CIDR '%s' is the same as or larger than the destination %s of a route in %s: delete the route first, or use a smaller block"
                  .formatted(cidr, route.destination(), table.id()));
        }
      }
    }
  }

  /**
   * Refuses a further block that overlaps one of a VPC across an active peering.
   *
   * @throws AwsException {@code InvalidVpc.Range}
   */
  static void checkPeers(Network network, Vpc vpc, Prefix cidr) {
    network
        .index()
        .peerings(vpc.id())
        .map(network.peerings()::require)
        .filter(PeeringConnection::active)
        .forEach(p ->
            p.beyond(vpc.id())
                .flatMap(s -> network.vpcs().get(s.vpc()))
                .filter(peer -> peer.cidrs().anyMatch(cidr::overlaps))
                .ifPresent(peer -> {
                  throw range(
                      "The CIDR '%s' conflicts with a block of %s, which is peered over %s: use another, or delete the peering"
                          .formatted(cidr, peer.id(), p.id()));
                }));
  }

  /** The private families must not be mixed: the primary block says which one a VPC is of. */
  private static boolean restricted(Vpc vpc, Prefix cidr) {
    Prefix primary = vpc.primary();
    for (Prefix family : FAMILIES) {
      if (family.overlaps(cidr) && !family.contains(primary)) {
        return true;
      }
    }
    boolean hasLowTens = vpc.ipv4().stream().anyMatch(b -> LOW_TENS.overlaps(b.cidr()));
    return (hasLowTens && LOWEST_TENS.overlaps(cidr))
        || (SEVENTEEN_TWO.contains(primary) && SEVENTEEN_TWO_DEFAULT.overlaps(cidr));
  }

  /**
   * A free /56 for a VPC that asks for addresses of Amazon's: no VPC of any account or region has
   * it. The lowest free one, so that what is built twice in the same way has the same addresses.
   *
   * @throws AwsException {@code InsufficientCidrBlocks} when the pool is used up
   */
  static Prefix amazonProvided(Network network, PublicPools pools) {
    List<Prefix> taken =
        Stream.concat(
                Stream.of(pools.internetIpv6()),
                network.vpcs().values().flatMap(v -> v.ipv6().stream()).map(Vpc.Block::cidr))
            .toList();
    return Cidrs.free(pools.ipv6(), AMAZON_PROVIDED, taken)
        .orElseThrow(() ->
            new AwsException(
                "InsufficientCidrBlocks",
                "There is no free /%d block in %s: disassociate one that isn't needed"
                    .formatted(AMAZON_PROVIDED, pools.ipv6())));
  }

  private static AwsException range(String message) {
    return new AwsException("InvalidVpc.Range", message);
  }
}
