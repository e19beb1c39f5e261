package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** Who reaches the internet, and whom it reaches. */
@ExtendWith(LabExtension.class)
class InternetTest {
  private static final String ANY = "0.0.0.0/0";
  private final Account account;
  private final Probes probes;
  private final Host internet;
  private final String vpc;
  private final String subnet;
  private final String gateway;
  private final String table;

  InternetTest(Lab lab) {
    account = lab.account();
    probes = lab.probes();
    internet = lab.internet();
    vpc = account.dualVpc("10.0.0.0/16");
    subnet = account.dualSubnet(vpc, "10.0.1.0/24", 1);
    gateway = account.gateway(vpc);
    table = account.mainTable(vpc);
  }

  @Test
  void withAnAddressAndARouteBothWays() {
    account.route(table, ANY, gateway);
    Host web = account.runPublic(subnet, account.group(vpc, Rules.tcp(80, ANY)));
    assertThat(probes.tcp(web, internet, internet.ipv4(), 443)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.udp(web, internet, internet.ipv4(), 53)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.ping(web, internet, internet.ipv4())).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(internet, web, web.publicIpv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(internet, web, web.publicIpv4(), 81)).isEqualTo(Fate.notIn(web));
    assertThat(probes.ping(internet, web, web.publicIpv4())).isEqualTo(Fate.notIn(web));
    assertThat(probes.tcp(internet, web, web.ipv4(), 80))
        .as("a private address from outside")
        .isEqualTo(new Fate.Dropped("no-route", ""));
  }

  @Test
  void withoutAnAddressNobody() {
    account.route(table, ANY, gateway);
    Host hidden = account.run(subnet, account.group(vpc, Rules.any(ANY)));
    assertThat(probes.tcp(hidden, internet, internet.ipv4(), 443))
        .isEqualTo(new Fate.Dropped("igw", ""));
    assertThat(probes.udp(internet, hidden, "198.18.255.77", 53))
        .as("an address that nobody has")
        .isEqualTo(new Fate.Dropped("no-route", ""));
  }

  @Test
  void withoutARouteNothingGoesOutNorAnAnswer() {
    Host web = account.runPublic(subnet, account.group(vpc, Rules.any(ANY)));
    assertThat(probes.udp(web, internet, internet.ipv4(), 53)).isEqualTo(Fate.noRoute(web));
    assertThat(probes.udp(internet, web, web.publicIpv4(), 53)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(internet, web, web.publicIpv4(), 80))
        .isEqualTo(new Fate.AnswerDropped("no-route", web.eni()));
    account.route(table, ANY, gateway);
    assertThat(probes.tcp(internet, web, web.publicIpv4(), 80)).isEqualTo(Fate.ARRIVED);
    account.ec2().deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(ANY));
    assertThat(probes.tcp(internet, web, web.publicIpv4(), 80))
        .isEqualTo(new Fate.AnswerDropped("no-route", web.eni()));
  }

  @Test
  void ipv6HasARouteOfItsOwn() {
    String group = account.group(vpc, Rules.tcp(80, "::/0"));
    Host web = account.runDual(subnet, group);
    assertThat(probes.udp(web, internet, internet.ipv6(), 53)).isEqualTo(Fate.noRoute(web));
    account.route(table, ANY, gateway);
    assertThat(probes.udp(web, internet, internet.ipv6(), 53)).isEqualTo(Fate.noRoute(web));
    account.route(table, "::/0", gateway);
    assertThat(probes.tcp(web, internet, internet.ipv6(), 443)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.ping(web, internet, internet.ipv6())).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(internet, web, web.ipv6(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(internet, web, web.ipv6(), 81)).isEqualTo(Fate.notIn(web));
    assertThat(probes.closedUdp(web, internet, internet.ipv6(), 53)).isEqualTo(Fate.REFUSED);
  }

  @Test
  void privateAddressesAreNotOnTheInternet() {
    account.route(table, ANY, gateway);
    Host web = account.runPublic(subnet, account.group(vpc));
    for (String address : new String[] {"10.77.0.1", "172.16.9.9", "192.168.1.1", "100.64.3.3"}) {
      assertThat(probes.udp(web, internet, address, 53))
          .as(address)
          .isEqualTo(new Fate.Dropped("igw-private", ""));
    }
  }

  @Test
  void anErrorFindsItsWayThroughTheTranslation() {
    account.route(table, ANY, gateway);
    Host web = account.runPublic(subnet, account.group(vpc, Rules.udp(53, ANY)));
    assertThat(probes.closedUdp(web, internet, internet.ipv4(), 53)).isEqualTo(Fate.REFUSED);
    assertThat(probes.closedUdp(internet, web, web.publicIpv4(), 53)).isEqualTo(Fate.REFUSED);
  }

  @Test
  void byPublicAddressesTheMembersOfAGroupAreStrangers() {
    account.route(table, ANY, gateway);
    String group = account.group(vpc);
    account.allow(group, Rules.group("tcp", 80, 80, group), Rules.tcp(81, ANY));
    Host a = account.runPublic(subnet, group);
    Host b = account.runPublic(subnet, group);
    assertThat(probes.tcp(a, b, b.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(a, b, b.publicIpv4(), 80)).isEqualTo(Fate.notIn(b));
    assertThat(probes.tcp(a, b, b.publicIpv4(), 81)).isEqualTo(Fate.ARRIVED);
  }

  @Test
  void anElasticIpThatMovesTakesNoConnectionAlong() {
    account.route(table, ANY, gateway);
    String group = account.group(vpc, Rules.tcp(80, ANY), Rules.udp(53, "203.0.113.0/24"));
    Host first = account.run(subnet, group);
    Host second = account.run(subnet, group);
    account.await(first, InstanceStateName.RUNNING);
    account.await(second, InstanceStateName.RUNNING);
    var address = account.ec2().allocateAddress();
    String id = address.allocationId();
    account.ec2().associateAddress(r -> r.allocationId(id).instanceId(first.id()));
    Host a = account.host(first.id());
    assertThat(a.publicIpv4()).isEqualTo(address.publicIp());
    int port = Probes.number();
    assertThat(probes.udp(internet, port, a, a.publicIpv4(), 53, 64)).isEqualTo(Fate.ARRIVED);
    try (TcpFlow flow = probes.flow(internet, a, a.publicIpv4(), 80)) {
      account
          .ec2()
          .associateAddress(
              r -> r.allocationId(id).instanceId(second.id()).allowReassociation(true));
      Host b = account.host(second.id());
      assertThat(b.publicIpv4()).isEqualTo(address.publicIp());
      assertThat(flow.ask()).isInstanceOf(Fate.Dropped.class);
      assertThat(flow.answer()).isInstanceOf(Fate.Dropped.class);
      assertThat(probes.tcp(internet, b, b.publicIpv4(), 80)).isEqualTo(Fate.ARRIVED);
      assertThat(probes.udp(internet, port, b, b.publicIpv4(), 53, 64)).isEqualTo(Fate.ARRIVED);
      assertThat(probes.udp(a, internet, internet.ipv4(), 53))
          .as("the one that lost it")
          .isEqualTo(new Fate.Dropped("igw", ""));
      account
          .ec2()
          .disassociateAddress(r ->
              r.associationId(
                  account
                      .ec2()
                      .describeAddresses(d -> d.allocationIds(id))
                      .addresses()
                      .getFirst()
                      .associationId()));
      assertThat(probes.udp(internet, port, b, address.publicIp(), 53, 64))
          .isEqualTo(new Fate.Dropped("no-route", ""));
    }
  }
}
