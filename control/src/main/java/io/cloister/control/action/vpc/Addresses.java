package io.cloister.control.action.vpc;

import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;

/** The IPv4 addresses of a subnet. */
final class Addresses {
  /** The network's, the router's, the resolver's, one for the future, and the last one. */
  private static final int RESERVED = 5;

  private Addresses() {}

  /** How many a subnet has left: stopped instances keep theirs. */
  static int free(Network network, Subnet subnet) {
    int used = Parts.interfaces(network, subnet.id()).mapToInt(eni -> eni.ipv4().size()).sum();
    return Math.toIntExact(subnet.cidr().size()) - RESERVED - used;
  }
}
