package io.cloister.forwarding.pipeline;

import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A subnet that holds ports. A packet between two addresses of it meets neither its route table nor
 * its ACL: on AWS it never leaves the subnet.
 *
 * @param cidrs its IPv4 block first, then its IPv6 blocks
 * @param table routes what leaves it
 * @param acl judges what crosses its border; empty in a network that says nothing of ACLs
 */
public record SubnetStage(
    SubnetId id, List<Prefix> cidrs, RouteTableId table, Optional<NetworkAclId> acl) {

  /** Copies. */
  public SubnetStage {
    cidrs = List.copyOf(cidrs);
  }

  /** Its blocks of a family. */
  public Stream<Prefix> cidrs(Family family) {
    return cidrs.stream().filter(cidr -> cidr.family() == family);
  }

  /** Whether an address lies in it. */
  public boolean contains(IpAddress address) {
    return cidrs.stream().anyMatch(cidr -> cidr.contains(address));
  }

  /** The address of its router: base + 1. */
  public IpAddress router() {
    return cidrs.getFirst().address().plus(1);
  }
}
