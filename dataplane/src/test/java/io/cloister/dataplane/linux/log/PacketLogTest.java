package io.cloister.dataplane.linux.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.kernel.Networks;
import io.cloister.dataplane.linux.Lab;
import io.cloister.dataplane.linux.Probe;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacketLogTest {
  private final BlockingQueue<LoggedPacket> packets = new LinkedBlockingQueue<>();

  @Test
  void aDroppedPacketIsSeenWithTheGateThatDroppedIt() throws Exception {
    try (Lab lab = new Lab();
        PacketLog log = new PacketLog(lab.kernel().namespaces(), packets::add)) {
      lab.apply(Networks.closed(3));
      log.listen(Networks.ROUTER, 5);
      Probe probe = new Probe(lab.kernel());
      probe.send(0, Networks.address(2));
      LoggedPacket packet = next();
      assertThat(packet.prefix()).isEqualTo("drop eni-2");
      assertThat(packet.in()).isEqualTo("eni-0");
      assertThat(packet.out()).isEqualTo("eni-2");
      assertThat(packet.group()).isEqualTo(5);
      assertThat(packet.mark()).isEqualTo(0x10000);
      assertThat(packet.namespace()).isEqualTo(Networks.ROUTER);
      assertThat(packet.packet().get(0)).as("version and header length").isEqualTo((byte) 0x45);
      assertThat(packet.packet().getShort(22)).isEqualTo((short) Networks.PORT);
    }
  }

  @Test
  void nothingIsHeardOfAGroupThatIsNotListenedToAnyMore() throws Exception {
    try (Lab lab = new Lab();
        PacketLog log = new PacketLog(lab.kernel().namespaces(), packets::add)) {
      lab.apply(Networks.closed(3));
      Probe probe = new Probe(lab.kernel());
      log.listen(Networks.ROUTER, 5);
      log.listen(Networks.ROUTER, 6);
      log.stop(Networks.ROUTER, 5);
      probe.send(0, Networks.address(2));
      log.listen(Networks.ROUTER, 5);
      sendMany(probe, 100);
      for (int i = 0; i < 100; i++) {
        assertThat(next().prefix()).isEqualTo("drop eni-1");
      }
      assertThat(packets).isEmpty();
      assertThat(log.lost()).isZero();
    }
  }

  private static void sendMany(Probe probe, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      probe.send(2, Networks.address6(1));
    }
  }

  private LoggedPacket next() throws InterruptedException {
    @Nullable LoggedPacket packet = packets.poll(10, TimeUnit.SECONDS);
    if (packet == null) {
      throw new AssertionError("no packet was logged");
    }
    return packet;
  }
}
