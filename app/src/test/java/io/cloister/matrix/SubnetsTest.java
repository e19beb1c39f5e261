package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reaches whom inside VPCs, also such as have the same addresses. */
@ExtendWith(LabExtension.class)
class SubnetsTest {
  private static final String ALL = "10.0.0.0/8";
  private final Account account;
  private final Probes probes;

  SubnetsTest(Lab lab) {
    account = lab.account();
    probes = lab.probes();
  }

  @Test
  void withinASubnetAndAcrossSubnetsAndZones() {
    String vpc = account.vpc("10.0.0.0/16");
    String here = account.subnet(vpc, "10.0.1.0/24");
    String there = account.subnet(vpc, "10.0.2.0/24");
    String group = account.group(vpc, Rules.tcp(80, ALL), Rules.udp(53, ALL));
    Host a = account.run(here, group);
    Host b = account.run(here, group);
    Host c = account.run(there, group);
    for (Host to : new Host[] {b, c}) {
      assertThat(probes.tcp(a, to, to.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
      assertThat(probes.tcp(a, to, to.ipv4(), 81)).isEqualTo(Fate.notIn(to));
      assertThat(probes.udp(a, to, to.ipv4(), 53)).isEqualTo(Fate.ARRIVED);
      assertThat(probes.udp(a, to, to.ipv4(), 54)).isEqualTo(Fate.notIn(to));
      assertThat(probes.ping(a, to, to.ipv4())).isEqualTo(Fate.notIn(to));
    }
    account.allow(group, Rules.icmp(-1, -1, ALL));
    assertThat(probes.ping(a, b, b.ipv4())).isEqualTo(Fate.ARRIVED);
    assertThat(probes.ping(c, a, a.ipv4())).isEqualTo(Fate.ARRIVED);
  }

  @Test
  void whereNobodyIsAndWhatIsTheRouters() {
    String vpc = account.vpc("10.0.0.0/16");
    String subnet = account.subnet(vpc, "10.0.1.0/24");
    Host a = account.run(subnet, spec -> spec.privateIpAddress("10.0.1.10"), account.group(vpc));
    for (String nobody :
        new String[] {"10.0.1.1", "10.0.1.2", "10.0.1.99", "10.0.9.9", "8.8.8.8"}) {
      assertThat(probes.udp(a, a, nobody, 53)).as(nobody).isEqualTo(Fate.noRoute(a));
    }
    assertThat(probes.udp(a, a, "169.254.0.1", 53)).isEqualTo(new Fate.Dropped("router", a.eni()));
  }

  @Test
  void anotherVpcWithTheSameAddressesIsAnotherWorld() throws IOException {
    Host[] a = new Host[2];
    Host[] b = new Host[2];
    Host[] alone = new Host[2];
    for (int i = 0; i < 2; i++) {
      String vpc = account.vpc("10.0.0.0/16");
      String subnet = account.subnet(vpc, "10.0.1.0/24");
      String group = account.group(vpc, Rules.udp(53, ALL));
      a[i] = account.run(subnet, spec -> spec.privateIpAddress("10.0.1.10"), group);
      b[i] = account.run(subnet, spec -> spec.privateIpAddress("10.0.1.20"), group);
      alone[i] = account.run(subnet, spec -> spec.privateIpAddress("10.0.1.30"), group);
    }
    InetAddress any = Probes.address(b[0].ipv4());
    for (int i = 0; i < 2; i++) {
      try (DatagramChannel other = probes.datagram(b[1 - i], any, 53)) {
        assertThat(probes.udp(a[i], b[i], "10.0.1.20", 53)).isEqualTo(Fate.ARRIVED);
        assertThat(other.receive(ByteBuffer.allocate(100))).as("at the other VPC's").isNull();
      }
    }
    account.terminate(alone[0]);
    assertThat(probes.udp(a[1], alone[1], "10.0.1.30", 53)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.udp(a[0], a[0], "10.0.1.30", 53)).isEqualTo(Fate.noRoute(a[0]));
  }

  @Test
  void ipv6AsWell() {
    String vpc = account.dualVpc("10.0.0.0/16");
    String here = account.dualSubnet(vpc, "10.0.1.0/24", 1);
    String there = account.dualSubnet(vpc, "10.0.2.0/24", 2);
    String group = account.group(vpc, Rules.tcp(80, "2001:db8::/32"), Rules.udp(53, ALL));
    Host a = account.runDual(here, group);
    for (Host to : new Host[] {account.runDual(here, group), account.runDual(there, group)}) {
      assertThat(probes.tcp(a, to, to.ipv6(), 80)).isEqualTo(Fate.ARRIVED);
      assertThat(probes.tcp(a, to, to.ipv4(), 80)).isEqualTo(Fate.notIn(to));
      assertThat(probes.udp(a, to, to.ipv6(), 53)).isEqualTo(Fate.notIn(to));
      assertThat(probes.udp(a, to, to.ipv4(), 53)).isEqualTo(Fate.ARRIVED);
      assertThat(probes.ping(a, to, to.ipv6())).isEqualTo(Fate.notIn(to));
    }
    account.allow(group, Rules.icmp6(-1, -1, "::/0"));
    Host b = account.runDual(there, group);
    assertThat(probes.ping(a, b, b.ipv6())).isEqualTo(Fate.ARRIVED);
    assertThat(probes.udp(a, b, "2001:db8:aaaa:0:0:0:0:1", 53)).isEqualTo(Fate.noRoute(a));
  }

  @Test
  void jumboFramesInsideAVpc() {
    String vpc = account.vpc("10.0.0.0/16");
    String group = account.group(vpc, Rules.udp(53, ALL));
    Host a = account.run(account.subnet(vpc, "10.0.1.0/24"), group);
    Host b = account.run(account.subnet(vpc, "10.0.2.0/24"), group);
    assertThat(probes.udp(a, Probes.number(), b, b.ipv4(), 53, 9001 - 28)).isEqualTo(Fate.ARRIVED);
  }
}
