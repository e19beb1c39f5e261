package io.cloister.dataplane.linux.machine;

import io.cloister.dataplane.DataPlane;
import io.cloister.dataplane.linux.log.LoggedPacket;
import io.cloister.forwarding.pipeline.ShortName;
import io.cloister.model.id.NetworkInterfaceId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The last packets that gates have dropped. */
final class RecentDrops {
  private static final int MOST = 4096;

  private final LongSupplier clock;
  private final ArrayDeque<DataPlane.Drop> drops = new ArrayDeque<>();

  RecentDrops(LongSupplier clock) {
    this.clock = clock;
  }

  synchronized void add(LoggedPacket packet) {
    if (drops.size() == MOST) {
      drops.removeFirst();
    }
    drops.addLast(
        new DataPlane.Drop(
            clock.getAsLong(),
            packet.namespace().text(),
            packet.prefix(),
            owner(packet).map(NetworkInterfaceId::value).orElse(""),
            PacketText.of(packet.packet())));
  }

  /**
   * The interface whose gate it was: ingress gates stand before the link that a packet goes out by.
   */
  private static Optional<NetworkInterfaceId> owner(LoggedPacket packet) {
    return ShortName.interfaceId(packet.prefix().endsWith("-in") ? packet.out() : packet.in());
  }

  synchronized List<DataPlane.Drop> all() {
    return List.copyOf(drops);
  }
}
