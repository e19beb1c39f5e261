package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.server.Options;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Connections that nobody uses are forgotten after AWS's time, at a hundred times its pace. */
class TimingTest {
  private static final int SCALE = 100;

  @Test
  void anIdleDatagramsAnswerComesTooLate() throws Exception {
    Options usual = Options.ephemeral(0);
    Options fast =
        new Options(
            usual.listen(),
            usual.state(),
            usual.end(),
            SCALE,
            usual.quotas(),
            usual.publicPool(),
            usual.packets());
    try (Lab lab = Lab.start(fast, Machine.folder("timing"))) {
      Account account = lab.account();
      Probes probes = lab.probes();
      String vpc = account.vpc("10.0.0.0/16");
      String subnet = account.subnet(vpc, "10.0.1.0/24");
      Host a = account.run(subnet, account.group(vpc));
      Host b = account.run(subnet, account.group(vpc, Rules.udp(53, "10.0.0.0/8")));
      int port = Probes.number();
      assertThat(probes.udp(a, port, b, b.ipv4(), 53, 64)).isEqualTo(Fate.ARRIVED);
      assertThat(probes.spoofed(b, b.ipv4(), 53, a, port)).as("at once").isEqualTo(Fate.ARRIVED);
      // AWS's 180 seconds for a stream of datagrams, and more.
      LockSupport.parkNanos(4_000_000_000L);
      assertThat(probes.spoofed(b, b.ipv4(), 53, a, port)).isEqualTo(Fate.notIn(a));
    }
  }
}
