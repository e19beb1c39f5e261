package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Instances that forward, or pretend to, and routes that lead to them. */
@ExtendWith(LabExtension.class)
class MiddleboxTest {
  private static final String ALL = "10.0.0.0/8";
  private final Account account;
  private final Probes probes;
  private final String vpc;
  private final String clientsTable;
  private final String clientGroup;
  private final String serverGroup;
  private final Host client;
  private final Host firewall;
  private final Host server;

  MiddleboxTest(Lab lab) {
    account = lab.account();
    probes = lab.probes();
    vpc = account.vpc("10.0.0.0/16");
    String clients = account.subnet(vpc, "10.0.1.0/24");
    String middle = account.subnet(vpc, "10.0.2.0/24");
    String servers = account.subnet(vpc, "10.0.3.0/24");
    clientGroup = account.group(vpc);
    serverGroup = account.group(vpc);
    client = account.run(clients, clientGroup);
    firewall = account.run(middle, account.group(vpc, Rules.any(ALL)));
    server = account.run(servers, serverGroup);
    clientsTable = account.table(vpc, clients);
    account.route(clientsTable, "10.0.3.0/24", firewall.eni());
    account.route(account.table(vpc, servers), "10.0.1.0/24", firewall.eni());
  }

  @Test
  void theCheckOfSourceAndDestinationStopsIt() {
    account.allow(serverGroup, Rules.udp(53, ALL));
    assertThat(probes.udp(client, server, server.ipv4(), 53))
        .isEqualTo(new Fate.Dropped("check-in", firewall.eni()));
    account.forwards(firewall);
    assertThat(probes.udp(client, server, server.ipv4(), 53)).isEqualTo(Fate.ARRIVED);
  }

  @Test
  void whatItForwardsMeetsItsOwnGroups() {
    account.forwards(firewall);
    account.allow(serverGroup, Rules.tcp(80, ALL), Rules.udp(53, ALL));
    assertThat(probes.tcp(client, server, server.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    String strict = account.group(vpc, Rules.tcp(80, ALL));
    account
        .ec2()
        .modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(firewall.eni()).groups(strict));
    assertThat(probes.tcp(client, server, server.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.udp(client, server, server.ipv4(), 53)).isEqualTo(Fate.notIn(firewall));
    account.revokeOut(strict, Rules.any("0.0.0.0/0"));
    assertThat(probes.tcp(client, server, server.ipv4(), 80)).isEqualTo(Fate.notOut(firewall));
  }

  @Test
  void aReferenceDoesNotMatchBehindIt() {
    account.forwards(firewall);
    account.allow(serverGroup, Rules.group("udp", 53, 53, clientGroup));
    int port = Probes.number();
    assertThat(probes.udp(client, port, server, server.ipv4(), 53, 64))
        .isEqualTo(Fate.notIn(server));
    // A firewall that answers in the server's name opens nothing for the next packet.
    assertThat(probes.spoofed(firewall, server.ipv4(), 53, client, port)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.udp(client, port, server, server.ipv4(), 53, 64))
        .isEqualTo(Fate.notIn(server));
    account.allow(serverGroup, Rules.udp(53, "10.0.1.0/24"));
    assertThat(probes.udp(client, port, server, server.ipv4(), 53, 64)).isEqualTo(Fate.ARRIVED);
  }

  @Test
  void aConnectionThroughItOutlivesItsRule() {
    account.forwards(firewall);
    account.allow(serverGroup, Rules.tcp(80, ALL));
    try (TcpFlow flow = probes.flow(client, server, server.ipv4(), 80)) {
      account.revoke(serverGroup, Rules.tcp(80, ALL));
      assertThat(flow.ask()).isEqualTo(Fate.ARRIVED);
      assertThat(flow.answer()).isEqualTo(Fate.ARRIVED);
      assertThat(probes.tcp(client, server, server.ipv4(), 80)).isEqualTo(Fate.notIn(server));
    }
  }

  @Test
  void aStrangersSourceAddressIsDropped() {
    account.allow(serverGroup, Rules.udp(53, "0.0.0.0/0"));
    for (String source : new String[] {client.ipv4(), "10.0.2.250", "8.8.8.8", "127.0.0.1"}) {
      assertThat(probes.spoofed(firewall, source, Probes.number(), server, 53))
          .as(source)
          .isEqualTo(new Fate.Dropped("check-out", firewall.eni()));
    }
    assertThat(probes.spoofed(firewall, firewall.ipv4(), Probes.number(), server, 53))
        .as("its own")
        .isEqualTo(Fate.ARRIVED);
  }

  @Test
  void aRouteWhoseInterfaceIsGoneIsABlackhole() {
    account.forwards(firewall);
    account.allow(serverGroup, Rules.udp(53, ALL));
    assertThat(probes.udp(client, server, server.ipv4(), 53)).isEqualTo(Fate.ARRIVED);
    account.terminate(firewall);
    assertThat(probes.udp(client, server, server.ipv4(), 53)).isEqualTo(Fate.noRoute(client));
    account
        .ec2()
        .deleteRoute(r -> r.routeTableId(clientsTable).destinationCidrBlock("10.0.3.0/24"));
    assertThat(probes.udp(client, server, server.ipv4(), 53)).isEqualTo(Fate.ARRIVED);
  }

  @Test
  void aRouteWhoseGatewayIsGoneIsABlackhole() {
    String gateway = account.gateway(vpc);
    account.route(clientsTable, "9.9.9.0/24", gateway);
    assertThat(probes.udp(client, client, "9.9.9.9", 53)).isEqualTo(new Fate.Dropped("igw", ""));
    account.ec2().detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
    assertThat(probes.udp(client, client, "9.9.9.9", 53)).isEqualTo(Fate.noRoute(client));
  }
}
