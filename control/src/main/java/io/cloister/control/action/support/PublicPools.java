package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import java.util.List;
import java.util.stream.Stream;

/**
 * The blocks that public addresses come from. They are set aside for documentation and measuring,
 * so nothing real is behind them, and they must stay free of VPCs, or a VPC's own address and a
 * public one could be the same.
 *
 * @param elasticIps of Elastic IP addresses and of those that instances borrow
 * @param internet of hosts of the simulated internet
 * @param ipv6 of the blocks that "Amazon provides" to VPCs, /32 or shorter than /56
 * @param internetIpv6 of hosts of the simulated internet; no VPC gets it
 */
public record PublicPools(Prefix elasticIps, Prefix internet, Prefix ipv6, Prefix internetIpv6) {
  /** The blocks unless an option says otherwise. */
  public static final PublicPools USUAL =
      new PublicPools(
          Prefix.of("198.18.0.0/16"),
          Prefix.of("203.0.113.0/24"),
          Prefix.of("2001:db8::/32"),
          Prefix.of("2001:db8:ffff::/48"));

  /** Refuses blocks of the wrong family and pools that are too small for a VPC's block. */
  public PublicPools {
    if (elasticIps.family() != Family.IPV4
        || internet.family() != Family.IPV4
        || ipv6.family() != Family.IPV6
        || internetIpv6.family() != Family.IPV6
        || ipv6.length() > 55) {
      throw new IllegalArgumentException(
          "not pools of public addresses: " + List.of(elasticIps, internet, ipv6, internetIpv6));
    }
  }

  /**
   * Refuses a block that overlaps a pool.
   *
   * @throws AwsException with the given code
   */
  public void refuse(String code, Prefix cidr) {
    Stream.of(elasticIps, internet)
        .filter(cidr::overlaps)
        .findFirst()
        .ifPresent(pool -> {
          throw new AwsException(
              code,
              "The CIDR '%s' overlaps %s, which public addresses come from here: use another block"
                  .formatted(cidr, pool));
        });
  }
}
