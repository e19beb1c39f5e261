package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rules of security groups let pass, by all that a rule can say. */
@ExtendWith(LabExtension.class)
class GroupsTest {
  private final Account account;
  private final Probes probes;
  private final String vpc;
  private final String here;
  private final String there;

  GroupsTest(Lab lab) {
    account = lab.account();
    probes = lab.probes();
    vpc = account.vpc("10.0.0.0/16");
    here = account.subnet(vpc, "10.0.1.0/24");
    there = account.subnet(vpc, "10.0.2.0/24");
  }

  private Host at(String subnet, String address, String... groups) {
    return account.run(subnet, i -> i.privateIpAddress(address), groups);
  }

  @Test
  void byAddress() {
    String open = account.group(vpc);
    String group = account.group(vpc, Rules.tcp(80, "10.0.1.16/28"), Rules.tcp(81, "10.0.1.40/32"));
    Host server = account.run(there, group);
    Host inside = at(here, "10.0.1.31", open);
    Host outside = at(here, "10.0.1.32", open);
    Host one = at(here, "10.0.1.40", open);
    assertThat(probes.tcp(inside, server, server.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(outside, server, server.ipv4(), 80)).isEqualTo(Fate.notIn(server));
    assertThat(probes.tcp(one, server, server.ipv4(), 81)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(inside, server, server.ipv4(), 81)).isEqualTo(Fate.notIn(server));
  }

  @Test
  void byReference() {
    String clients = account.group(vpc);
    String others = account.group(vpc);
    String group = account.group(vpc, Rules.group("tcp", 80, 80, clients));
    Host server = account.run(there, group);
    Host member = account.run(here, clients);
    Host both = account.run(here, others, clients);
    Host other = account.run(here, others);
    assertThat(probes.tcp(member, server, server.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(both, server, server.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(other, server, server.ipv4(), 80)).isEqualTo(Fate.notIn(server));
    // Membership changes, and the rule with it.
    account
        .ec2()
        .modifyNetworkInterfaceAttribute(
            r -> r.networkInterfaceId(other.eni()).groups(others, clients));
    account
        .ec2()
        .modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(member.eni()).groups(others));
    assertThat(probes.tcp(other, server, server.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(member, server, server.ipv4(), 80)).isEqualTo(Fate.notIn(server));
  }

  @Test
  void byReferenceToItselfAndOnTheWayOut() {
    String group = account.group(vpc);
    account.allow(group, Rules.group("-1", -1, -1, group));
    Host a = account.run(here, group);
    Host b = account.run(there, group);
    assertThat(probes.tcp(a, b, b.ipv4(), 4444)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.ping(a, b, b.ipv4())).isEqualTo(Fate.ARRIVED);
    account.revokeOut(group, Rules.any("0.0.0.0/0"));
    assertThat(probes.udp(a, b, b.ipv4(), 53)).isEqualTo(Fate.notOut(a));
    account.allowOut(group, Rules.group("udp", 53, 53, group));
    assertThat(probes.udp(a, b, b.ipv4(), 53)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.udp(a, b, b.ipv4(), 54)).isEqualTo(Fate.notOut(a));
  }

  @Test
  void byPortsAndProtocol() {
    String open = account.group(vpc);
    Host client = account.run(here, open);
    Host server =
        account.run(
            there,
            account.group(
                vpc,
                Rules.tcp(8000, 8080, "10.0.0.0/16"),
                Rules.udp(8000, "10.0.0.0/16"),
                Rules.of("50", -1, -1, "10.0.0.0/16")));
    assertThat(probes.tcp(client, server, server.ipv4(), 7999)).isEqualTo(Fate.notIn(server));
    assertThat(probes.tcp(client, server, server.ipv4(), 8000)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(client, server, server.ipv4(), 8080)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(client, server, server.ipv4(), 8081)).isEqualTo(Fate.notIn(server));
    assertThat(probes.udp(client, server, server.ipv4(), 8000)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.udp(client, server, server.ipv4(), 8001)).isEqualTo(Fate.notIn(server));
    assertThat(probes.protocol(client, server, server.ipv4(), 50)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.protocol(client, server, server.ipv4(), 47)).isEqualTo(Fate.notIn(server));
    Host any = account.run(there, account.group(vpc, Rules.any("10.0.0.0/16")));
    assertThat(probes.protocol(client, any, any.ipv4(), 47)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(client, any, any.ipv4(), 1)).isEqualTo(Fate.ARRIVED);
  }

  @Test
  void byTypeAndCodeOfIcmp() {
    Host client = account.run(here, account.group(vpc));
    Host echo = account.run(there, account.group(vpc, Rules.icmp(8, -1, "10.0.0.0/16")));
    assertThat(probes.ping(client, echo, echo.ipv4())).isEqualTo(Fate.ARRIVED);
    // Timestamp requests are type 13.
    assertThat(probes.icmp(client, echo, echo.ipv4(), 13, 0)).isEqualTo(Fate.notIn(echo));
    Host coded = account.run(there, account.group(vpc, Rules.icmp(8, 1, "10.0.0.0/16")));
    assertThat(probes.icmp(client, coded, coded.ipv4(), 8, 0)).isEqualTo(Fate.notIn(coded));
    assertThat(probes.icmp(client, coded, coded.ipv4(), 8, 1)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(client, coded, coded.ipv4(), 8)).isEqualTo(Fate.notIn(coded));
  }

  @Test
  void answersNeedNoRule() {
    String client = account.group(vpc);
    String server = account.group(vpc, Rules.tcp(80, "10.0.1.0/24"), Rules.udp(53, "10.0.1.0/24"));
    account.revokeOut(server, Rules.any("0.0.0.0/0"));
    Host a = account.run(here, client);
    Host b = account.run(there, server);
    try (TcpFlow flow = probes.flow(a, b, b.ipv4(), 80)) {
      assertThat(flow.ask()).isEqualTo(Fate.ARRIVED);
      assertThat(flow.answer()).isEqualTo(Fate.ARRIVED);
    }
    assertThat(probes.udp(a, b, b.ipv4(), 53)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.udp(b, a, a.ipv4(), 53)).as("no answer").isEqualTo(Fate.notOut(b));
    assertThat(probes.closedUdp(a, b, b.ipv4(), 53)).as("an error").isEqualTo(Fate.REFUSED);
  }
}
