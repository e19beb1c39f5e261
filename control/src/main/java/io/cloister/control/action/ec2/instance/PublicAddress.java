package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The public address that an instance is lent from its start to its stop. It gets a new one at the
 * next start, unless it has an Elastic IP address or more than one interface by then (EC2 user
 * guide, "Public IPv4 addresses").
 */
public final class PublicAddress {
  /** The name among an instance's kept members: whether it was launched with a public address. */
  static final String KEPT = "AssociatePublicIpAddress";

  private PublicAddress() {}

  /** Whether the instance was launched with one. */
  static boolean wanted(Instance instance) {
    return "true".equals(instance.kept().get(KEPT));
  }

  /** The changes that lend an instance a public address, when it is to have one and has none. */
  public static List<Change> lent(Network network, Instance instance, PublicPool.Drawing pool) {
    List<NetworkInterface> attached = Ends.attached(network, instance);
    if (!wanted(instance) || attached.size() != 1) {
      return List.of();
    }
    NetworkInterface eni = attached.getFirst();
    if (Associations.publicAddress(network, eni, eni.primary()).isPresent()) {
      return List.of();
    }
    return List.of(
        new Change.Put(
            eni.withAddresses(
                Stream.concat(
                        Stream.of(new PrivateIpv4(eni.primary(), Optional.of(pool.next()))),
                        eni.ipv4().stream().skip(1))
                    .toList(),
                eni.ipv6())));
  }
}
