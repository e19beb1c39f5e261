package io.cloister.app.admin;

import io.cloister.dataplane.DataPlane;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import java.util.Optional;

/** Packets that were dropped, the newest last. */
public record Drops(List<One> drops) {
  /**
   * A dropped packet.
   *
   * @param milliseconds when, since 1970
   * @param where such as a VPC's id
   * @param gate such as {@code sg-in}
   * @param interfaceId whose gate; empty when it was none's
   * @param instance the instance of that interface; empty when there is none
   * @param name the instance's {@code Name} tag
   * @param groups the ids of the interface's security groups
   * @param packet such as {@code tcp 10.0.0.4:34567 > 10.0.1.9:80}
   */
  public record One(
      long milliseconds,
      String where,
      String gate,
      String interfaceId,
      String instance,
      String name,
      List<String> groups,
      String packet) {}

  /** Those of a data plane after a moment, in milliseconds since 1970. */
  public static Drops of(DataPlane dataPlane, Network network, long after) {
    return new Drops(
        dataPlane.drops().stream()
            .filter(d -> d.milliseconds() > after)
            .map(d -> one(d, network))
            .toList());
  }

  private static One one(DataPlane.Drop drop, Network network) {
    Optional<NetworkInterface> at =
        drop.interfaceId().isEmpty()
            ? Optional.empty()
            : network.interfaces().get(new NetworkInterfaceId(drop.interfaceId()));
    Optional<InstanceId> instance =
        at.flatMap(NetworkInterface::attachment).map(NetworkInterface.Attachment::instance);
    return new One(
        drop.milliseconds(),
        drop.namespace(),
        drop.gate(),
        drop.interfaceId(),
        instance.map(InstanceId::value).orElse(""),
        instance.map(i -> network.tags(i).getOrDefault("Name", "")).orElse(""),
        at.stream().flatMap(eni -> eni.groups().stream()).map(SecurityGroupId::value).toList(),
        drop.packet());
  }
}
