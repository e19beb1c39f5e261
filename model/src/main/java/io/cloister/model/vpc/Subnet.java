package io.cloister.model.vpc;

import io.cloister.model.id.SubnetCidrAssociationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import java.util.List;

/**
 * A subnet: a range of its VPC's addresses in one Availability Zone.
 *
 * @param zone the zone's name, such as {@code us-east-1a}
 * @param cidr /16 to /28
 * @param ipv6 its IPv6 blocks: at most one for now
 */
public record Subnet(
    SubnetId id,
    Scope scope,
    VpcId vpc,
    String zone,
    Prefix cidr,
    List<Ipv6Block> ipv6,
    boolean defaultForAz,
    SubnetSettings settings)
    implements Resource {

  /** An IPv6 block and the id of its association with the subnet. */
  public record Ipv6Block(SubnetCidrAssociationId id, Prefix cidr) {}

  /** Copies the blocks. */
  public Subnet {
    ipv6 = List.copyOf(ipv6);
  }

  /** With other settings. */
  public Subnet withSettings(SubnetSettings other) {
    return new Subnet(id, scope, vpc, zone, cidr, ipv6, defaultForAz, other);
  }

  /** With other IPv6 blocks. */
  public Subnet withIpv6(List<Ipv6Block> other) {
    return new Subnet(id, scope, vpc, zone, cidr, other, defaultForAz, settings);
  }
}
