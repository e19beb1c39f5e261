package io.cloister.model.vpc;

import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A virtual private cloud.
 *
 * @param ipv4 its IPv4 blocks, the primary one first; never empty
 * @param ipv6 its IPv6 blocks
 * @param dhcpOptions empty for the set named {@code default}, which has no options at all
 * @param dnsSupport whether the resolver at base+2 answers
 * @param dnsHostnames whether instances with public addresses get public names
 * @param metrics whether network address usage metrics are on: kept and given back
 * @param tenancy {@code default} or {@code dedicated}: kept and given back
 * @param isDefault whether it is its region's default VPC
 */
public record Vpc(
    VpcId id,
    Scope scope,
    List<Block> ipv4,
    List<Block> ipv6,
    Optional<DhcpOptionsId> dhcpOptions,
    boolean dnsSupport,
    boolean dnsHostnames,
    boolean metrics,
    String tenancy,
    boolean isDefault)
    implements Resource {

  /** A block of addresses and the id of its association with the VPC. */
  public record Block(VpcCidrAssociationId id, Prefix cidr) {}

  /** Refuses a VPC without an IPv4 block. */
  public Vpc {
    ipv4 = List.copyOf(ipv4);
    ipv6 = List.copyOf(ipv6);
    if (ipv4.isEmpty()) {
      throw new IllegalArgumentException("a VPC without an IPv4 block: " + id);
    }
  }

  /** The primary IPv4 block, which can't be removed. */
  public Prefix primary() {
    return ipv4.getFirst().cidr();
  }

  /** Every block of both families. */
  public Stream<Prefix> cidrs() {
    return Stream.concat(ipv4.stream(), ipv6.stream()).map(Block::cidr);
  }

  /** With other blocks. */
  public Vpc withBlocks(List<Block> v4, List<Block> v6) {
    return new Vpc(
        id, scope, v4, v6, dhcpOptions, dnsSupport, dnsHostnames, metrics, tenancy, isDefault);
  }

  /** With other attributes. */
  public Vpc withAttributes(boolean support, boolean hostnames, boolean usage) {
    return new Vpc(
        id, scope, ipv4, ipv6, dhcpOptions, support, hostnames, usage, tenancy, isDefault);
  }

  /** With another set of DHCP options. */
  public Vpc withDhcpOptions(Optional<DhcpOptionsId> options) {
    return new Vpc(
        id, scope, ipv4, ipv6, options, dnsSupport, dnsHostnames, metrics, tenancy, isDefault);
  }
}
