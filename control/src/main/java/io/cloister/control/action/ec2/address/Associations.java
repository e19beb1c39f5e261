package io.cloister.control.action.ec2.address;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which public addresses an interface's private ones have. */
public final class Associations {
  private Associations() {}

  /** The Elastic IP addresses that are associated with an interface. */
  public static Stream<ElasticIp> of(Network network, NetworkInterface eni) {
    return network.index().elasticIps(eni.id()).map(network.elasticIps()::require);
  }

  /** The Elastic IP address of one private address. */
  public static Optional<ElasticIp> of(Network network, NetworkInterface eni, IpAddress address) {
    return of(network, eni)
        .filter(e -> e.association().filter(a -> a.privateAddress().equals(address)).isPresent())
        .findFirst();
  }

  /** The public address of one private address, Elastic or lent. */
  public static Optional<IpAddress> publicAddress(
      Network network, NetworkInterface eni, IpAddress address) {
    return of(network, eni, address)
        .map(ElasticIp::address)
        .or(() ->
            eni.ipv4().stream()
                .filter(a -> a.address().equals(address))
                .findFirst()
                .flatMap(PrivateIpv4::publicAddress));
  }

  /** The changes that free every Elastic IP address of an interface that goes. */
  public static List<Change> freed(Network network, NetworkInterface eni) {
    return of(network, eni).<Change>map(e -> new Change.Put(e.free())).toList();
  }
}
