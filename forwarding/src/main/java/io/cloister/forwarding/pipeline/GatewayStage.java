package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.table.Table;
import java.util.List;

/**
 * An internet gateway that is attached to a VPC with ports. IPv4 is translated one to one, and what
 * has no public address doesn't pass; IPv6 passes as it is, from and to addresses of the VPC's
 * interfaces. Peers that aren't on the internet ({@link #isPrivate}) don't pass.
 *
 * @param byPrivate the private IPv4 addresses that have public ones
 * @param byPublic the same, by their public addresses
 * @param ipv6 the IPv6 addresses of the VPC's interfaces
 * @param ipv6Blocks the VPC's IPv6 blocks, which the internet routes to this gateway
 */
public record GatewayStage(
    InternetGatewayId id,
    VpcId vpc,
    Table<IpAddress, Mapping> byPrivate,
    Table<IpAddress, Mapping> byPublic,
    Table<IpAddress, NetworkInterfaceId> ipv6,
    List<Prefix> ipv6Blocks) {

  /** Bytes that a packet to or from the internet may have. */
  public static final int MTU = 1500;

  /**
   * Destinations and sources on the far side that never pass.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html">Enable
   *     internet access for a VPC using an internet gateway</a>
   */
  public static final List<Prefix> PRIVATE =
      List.of(
          Prefix.of("10.0.0.0/8"),
          Prefix.of("100.64.0.0/10"),
          Prefix.of("169.254.0.0/16"),
          Prefix.of("172.16.0.0/12"),
          Prefix.of("192.168.0.0/16"),
          Prefix.of("fc00::/7"),
          Prefix.of("fe80::/10"));

  /** A private address of an interface and the public one that stands for it. */
  public record Mapping(
      IpAddress privateAddress, IpAddress publicAddress, NetworkInterfaceId owner) {}

  /** Copies the blocks. */
  public GatewayStage {
    ipv6Blocks = List.copyOf(ipv6Blocks);
  }

  /** Whether an address can't be one of the internet's. */
  public static boolean isPrivate(IpAddress address) {
    return PRIVATE.stream().anyMatch(block -> block.contains(address));
  }
}
