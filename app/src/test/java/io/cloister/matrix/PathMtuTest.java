package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is too big for the gateway's 1,500 bytes: the sender is told, and the next is cut into
 * pieces by the sender itself.
 */
@ExtendWith(LabExtension.class)
class PathMtuTest {
  private static final int BIG = 8000;
  private final Account account;
  private final Probes probes;
  private final Host internet;

  PathMtuTest(Lab lab) {
    account = lab.account();
    probes = lab.probes();
    internet = lab.internet();
  }

  @Test
  void theSenderIsToldInBothFamilies() {
    String vpc = account.dualVpc("10.0.0.0/16");
    String subnet = account.dualSubnet(vpc, "10.0.1.0/24", 1);
    String gateway = account.gateway(vpc);
    account.route(account.mainTable(vpc), "0.0.0.0/0", gateway);
    account.route(account.mainTable(vpc), "::/0", gateway);
    String group = account.group(vpc);
    Host host =
        account.run(subnet, i -> i.associatePublicIpAddress(true).ipv6AddressCount(1), group);
    for (String target : new String[] {internet.ipv4(), internet.ipv6()}) {
      assertThat(probes.tooBig(host, target, 53, BIG)).as("bytes by %s", target).isEqualTo(1500);
      assertThat(probes.udp(host, Probes.number(), internet, target, 53, BIG))
          .as("in pieces to %s", target)
          .isEqualTo(Fate.ARRIVED);
    }
    try (TcpFlow flow = probes.flow(host, internet, internet.ipv4(), 80)) {
      assertThat(flow.ask(200_000)).isEqualTo(Fate.ARRIVED);
    }
  }
}
