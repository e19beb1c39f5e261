package io.cloister.dataplane.linux.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.kernel.Networks;
import io.cloister.dataplane.linux.Lab;
import io.cloister.dataplane.linux.Probe;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.IpProtocol;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ConntrackTest {
  @Test
  void connectionsOfAnAddressEndAndOthersStay() throws IOException {
    try (Lab lab = new Lab()) {
      lab.apply(Networks.of(3));
      // Something must ask for tracking, or the kernel doesn't track.
      lab.shell(
          Networks.ROUTER, "nft insert rule inet cloister b-out ct state invalid counter drop");
      Probe probe = new Probe(lab.kernel());
      assertThat(probe.arrives(0, 1, Networks.address(1))).isTrue();
      assertThat(probe.arrives(1, 2, Networks.address(2))).isTrue();
      assertThat(probe.arrives(0, 2, Networks.address6(2))).isTrue();
      List<Connection> connections = lab.kernel().connections(Networks.ROUTER);
      assertThat(connections).hasSize(3).allMatch(c -> c.protocol().equals(IpProtocol.UDP));
      assertThat(connections)
          .filteredOn(between(0, 1))
          .singleElement()
          .satisfies(c -> assertThat(c.original().destinationPort()).isEqualTo(Networks.PORT))
          .satisfies(c -> assertThat(c.reply().source()).isEqualTo(Networks.address(1)));

      assertThat(lab.kernel().forget(Networks.ROUTER, List.of(Networks.address(0)))).isEqualTo(1);
      assertThat(lab.kernel().connections(Networks.ROUTER)).hasSize(2).noneMatch(between(0, 1));
      List<IpAddress> more = List.of(Networks.address6(2), Networks.address(0));
      assertThat(lab.kernel().forget(Networks.ROUTER, more)).isEqualTo(1);
      assertThat(lab.kernel().connections(Networks.ROUTER)).singleElement().matches(between(1, 2));
    }
  }

  private static Predicate<Connection> between(int from, int to) {
    return c ->
        c.original().source().equals(Networks.address(from))
            && c.original().destination().equals(Networks.address(to));
  }
}
