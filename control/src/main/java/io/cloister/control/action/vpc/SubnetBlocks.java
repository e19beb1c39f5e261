package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.support.Cidrs;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which blocks a subnet may have (VPC user guide, "Subnet CIDR blocks"). */
final class SubnetBlocks {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 28;
  private static final int SHORTEST_IPV6 = 44;
  private static final int LONGEST_IPV6 = 64;
  private static final int STEP_IPV6 = 4;

  private SubnetBlocks() {}

  /**
   * Checks an IPv4 block.
   *
   * @throws AwsException {@code InvalidSubnet.Range} or {@code InvalidSubnet.Conflict}
   */
  static void checkIpv4(Network network, Vpc vpc, Prefix cidr) {
    if (cidr.length() < SHORTEST || cidr.length() > LONGEST) {
      throw range(cidr, "a subnet's block is between /%d and /%d".formatted(SHORTEST, LONGEST));
    }
    List<Prefix> blocks = vpc.ipv4().stream().map(Vpc.Block::cidr).toList();
    inside(vpc, blocks, cidr);
    for (Subnet other : Parts.subnets(network, vpc.id())) {
      if (other.cidr().overlaps(cidr)) {
        throw conflict(network, vpc, blocks, cidr, other, other.cidr());
      }
    }
  }

  /**
   * Checks an IPv6 block.
   *
   * @throws AwsException {@code InvalidSubnet.Range} or {@code InvalidSubnet.Conflict}
   */
  static void checkIpv6(Network network, Vpc vpc, Prefix cidr) {
    if (cidr.length() < SHORTEST_IPV6
        || cidr.length() > LONGEST_IPV6
        || cidr.length() % STEP_IPV6 != 0) {
      throw range(
          cidr,
          "a subnet's IPv6 block is between /%d and /%d in steps of %d"
              .formatted(SHORTEST_IPV6, LONGEST_IPV6, STEP_IPV6));
    }
    List<Prefix> blocks = vpc.ipv6().stream().map(Vpc.Block::cidr).toList();
    inside(vpc, blocks, cidr);
    for (Subnet other : Parts.subnets(network, vpc.id())) {
      for (Subnet.Ipv6Block block : other.ipv6()) {
        if (block.cidr().overlaps(cidr)) {
          throw conflict(network, vpc, blocks, cidr, other, block.cidr());
        }
      }
    }
  }

  /** The first free block of a length among those of a VPC. */
  static Optional<Prefix> free(Network network, Vpc vpc, Family family, int length) {
    List<Prefix> taken =
        Parts.subnets(network, vpc.id()).stream()
            .flatMap(s ->
                switch (family) {
                  case IPV4 -> Stream.of(s.cidr());
                  case IPV6 -> s.ipv6().stream().map(Subnet.Ipv6Block::cidr);
                })
            .toList();
    return vpc.cidrs()
        .filter(c -> c.family() == family)
        .flatMap(c -> Cidrs.free(c, length, taken).stream())
        .findFirst();
  }

  private static void inside(Vpc vpc, List<Prefix> blocks, Prefix cidr) {
    if (blocks.stream().noneMatch(b -> b.contains(cidr))) {
      throw range(
          cidr,
          blocks.isEmpty()
              ? "%s has no IPv6 block: associate one first".formatted(vpc.id())
              : "it must lie inside a block of %s: %s".formatted(vpc.id(), blocks));
    }
  }

  private static AwsException range(Prefix cidr, String why) {
    return new AwsException(
        "InvalidSubnet.Range", "The CIDR '%s' is invalid: %s".formatted(cidr, why));
  }

  private static AwsException conflict(
      Network network, Vpc vpc, List<Prefix> blocks, Prefix cidr, Subnet other, Prefix taken) {
    String remedy =
        free(network, vpc, cidr.family(), cidr.length())
            .map(f -> "the next free /%d is %s".formatted(cidr.length(), f))
            .orElse("there is no free /%d in %s".formatted(cidr.length(), blocks));
    return new AwsException(
        "InvalidSubnet.Conflict",
        "The CIDR '%s' conflicts with another subnet: it overlaps %s (%s); %s"
            .formatted(cidr, other.id(), taken, remedy));
  }
}
