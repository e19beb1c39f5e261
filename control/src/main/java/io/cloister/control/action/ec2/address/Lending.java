package io.cloister.control.action.ec2.address;

import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.NetworkInterface.Attachment;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The public address that an instance is lent from its start to its stop. It gets a new one at the
 * next start, unless it has an Elastic IP address or more than one interface by then (EC2 user
 * guide, "Public IPv4 addresses").
 */
public final class Lending {
  /** The name among an instance's kept members: whether it was launched with a public address. */
  public static final String KEPT = "AssociatePublicIpAddress";

  private Lending() {}

  /** An interface whose primary address is lent a public one. */
  public static NetworkInterface lent(NetworkInterface eni, PublicPool.Drawing pool) {
    return eni.withAddresses(
        Stream.concat(
                Stream.of(new PrivateIpv4(eni.primary(), Optional.of(pool.next()))),
                eni.ipv4().stream().skip(1))
            .toList(),
        eni.ipv6());
  }

  /** An interface with what was lent to it taken back. */
  public static NetworkInterface returned(NetworkInterface eni) {
    return eni.withAddresses(
        eni.ipv4().stream().map(a -> new PrivateIpv4(a.address(), Optional.empty())).toList(),
        eni.ipv6());
  }

  /** The change that lends an instance that starts a public address, when it is to have one. */
  public static List<Change> atStart(Network network, Instance instance, PublicPool.Drawing pool) {
    List<NetworkInterface> attached =
        network.index().interfaces(instance.id()).map(network.interfaces()::require).toList();
    if (!"true".equals(instance.kept().get(KEPT)) || attached.size() != 1) {
      return List.of();
    }
    NetworkInterface eni = attached.getFirst();
    return Associations.publicAddress(network, eni, eni.primary()).isPresent()
        ? List.of()
        : List.of(new Change.Put(lent(eni, pool)));
  }

  /** The change that lends again after an Elastic IP address has gone, while the instance runs. */
  static List<Change> back(Network network, NetworkInterface eni, PublicPool.Drawing pool) {
    return eni.attachment()
        .map(Attachment::instance)
        .map(network.instances()::require)
        .filter(i -> i.state() == Instance.State.RUNNING || i.state() == Instance.State.PENDING)
        .map(i -> atStart(network, i, pool))
        .orElse(List.of());
  }
}
