package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/**
 * What becomes of connections whose rule goes. Source: EC2's user guide, "Security group connection
 * tracking".
 */
@ExtendWith(LabExtension.class)
class TrackingTest {
  private static final String ANY = "0.0.0.0/0";
  private final Account account;
  private final Probes probes;
  private final String vpc;
  private final String here;
  private final String there;

  TrackingTest(Lab lab) {
    account = lab.account();
    probes = lab.probes();
    vpc = account.vpc("10.0.0.0/16");
    here = account.subnet(vpc, "10.0.1.0/24");
    there = account.subnet(vpc, "10.0.2.0/24");
  }

  private void outlives(String clients, IpPermission rule) {
    String servers = account.group(vpc, rule);
    Host client = account.run(here, clients);
    Host server = account.run(there, servers);
    try (TcpFlow flow = probes.flow(client, server, server.ipv4(), 80)) {
      account.revoke(servers, rule);
      assertThat(flow.ask()).isEqualTo(Fate.ARRIVED);
      assertThat(flow.answer()).isEqualTo(Fate.ARRIVED);
      assertThat(probes.tcp(client, server, server.ipv4(), 80)).isEqualTo(Fate.notIn(server));
      assertThat(flow.ask()).as("still").isEqualTo(Fate.ARRIVED);
    }
  }

  @Test
  void admittedByAnAddressItOutlivesItsRule() {
    outlives(account.group(vpc), Rules.tcp(80, "10.0.0.0/8"));
  }

  @Test
  void admittedByAReferenceItOutlivesItsRule() {
    String clients = account.group(vpc);
    outlives(clients, Rules.group("tcp", 80, 80, clients));
  }

  @Test
  void admittedFromEverywhereWithEverythingOutItEndsWithItsRule() {
    IpPermission rule = Rules.tcp(80, ANY);
    String servers = account.group(vpc, rule);
    Host client = account.run(here, account.group(vpc));
    Host server = account.run(there, servers);
    try (TcpFlow flow = probes.flow(client, server, server.ipv4(), 80)) {
      assertThat(flow.ask()).isEqualTo(Fate.ARRIVED);
      account.revoke(servers, rule);
      assertThat(flow.ask()).isEqualTo(Fate.notIn(server));
      assertThat(probes.tcp(client, server, server.ipv4(), 80)).isEqualTo(Fate.notIn(server));
      account.allow(servers, rule);
      assertThat(flow.ask()).as("with its rule it goes on").isEqualTo(Fate.ARRIVED);
    }
  }

  @Test
  void admittedFromEverywhereWithLessThanEverythingOutItOutlives() {
    IpPermission rule = Rules.tcp(80, ANY);
    String servers = account.group(vpc, rule);
    account.revokeOut(servers, Rules.any(ANY));
    account.allowOut(servers, Rules.any("10.0.0.0/8"));
    Host client = account.run(here, account.group(vpc));
    Host server = account.run(there, servers);
    try (TcpFlow flow = probes.flow(client, server, server.ipv4(), 80)) {
      account.revoke(servers, rule);
      assertThat(flow.ask()).isEqualTo(Fate.ARRIVED);
      assertThat(flow.answer()).isEqualTo(Fate.ARRIVED);
    }
  }

  @Test
  void theSameOnTheWayOut() {
    IpPermission all = Rules.any(ANY);
    IpPermission out = Rules.tcp(80, ANY);
    String clients = account.group(vpc, all);
    account.revokeOut(clients, all);
    account.allowOut(clients, out);
    Host client = account.run(here, clients);
    Host server = account.run(there, account.group(vpc, Rules.tcp(80, "10.0.0.0/8")));
    try (TcpFlow flow = probes.flow(client, server, server.ipv4(), 80)) {
      account.revokeOut(clients, out);
      assertThat(flow.ask()).isEqualTo(Fate.notOut(client));
      assertThat(flow.answer()).as("the way in is open").isEqualTo(Fate.ARRIVED);
    }
  }

  @Test
  void ipv4AndIpv6AreDecidedApart() {
    String dual = account.dualVpc("10.0.0.0/16");
    String subnet = account.dualSubnet(dual, "10.0.1.0/24", 1);
    String clients = account.group(dual);
    IpPermission four = Rules.tcp(80, ANY);
    IpPermission six = Rules.tcp(80, "::/0");
    String servers = account.group(dual, four, six);
    // Everything goes out by IPv4 alone, so IPv6 is tracked.
    account.revokeOut(servers, Rules.any("::/0"));
    Host client = account.runDual(subnet, clients);
    Host server = account.runDual(subnet, servers);
    try (TcpFlow by4 = probes.flow(client, server, server.ipv4(), 80);
        TcpFlow by6 = probes.flow(client, server, server.ipv6(), 80)) {
      account.revoke(servers, four, six);
      assertThat(by4.ask()).isEqualTo(Fate.notIn(server));
      assertThat(by6.ask()).isEqualTo(Fate.ARRIVED);
    }
  }

  @Test
  void anErrorAboutAnUntrackedDatagramComesBack() {
    Host client = account.run(here, account.group(vpc, Rules.any(ANY)));
    Host server = account.run(there, account.group(vpc, Rules.udp(53, ANY)));
    assertThat(probes.closedUdp(client, server, server.ipv4(), 53)).isEqualTo(Fate.REFUSED);
  }

  @Test
  void echoesAreAlwaysTracked() {
    String servers = account.group(vpc, Rules.icmp(8, -1, ANY));
    Host client = account.run(here, account.group(vpc, Rules.any(ANY)));
    Host server = account.run(there, servers);
    account.revokeOut(servers, Rules.any(ANY));
    assertThat(probes.ping(client, server, server.ipv4())).isEqualTo(Fate.ARRIVED);
  }
}
