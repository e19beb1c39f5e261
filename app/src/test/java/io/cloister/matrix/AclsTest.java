package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.RuleAction;

/** What network ACLs let cross the border of a subnet, whatever groups allow. */
@ExtendWith(LabExtension.class)
class AclsTest {
  private static final String ALL = "0.0.0.0/0";
  private final Account account;
  private final Probes probes;
  private final String vpc;
  private final String there;
  private final String group;
  private final Host client;
  private final Host server;

  AclsTest(Lab lab) {
    account = lab.account();
    probes = lab.probes();
    vpc = account.dualVpc("10.0.0.0/16");
    there = account.dualSubnet(vpc, "10.0.2.0/24", 2);
    group = account.group(vpc, Rules.any(ALL), Rules.of("-1", -1, -1, "::/0"));
    client = account.runDual(account.dualSubnet(vpc, "10.0.1.0/24", 1), group);
    server = account.runDual(there, group);
  }

  @Test
  void anAclWithoutRulesLetsNothingPassButInsideTheSubnet() {
    Host neighbour = account.runDual(there, group);
    assertThat(udp(client, server)).isEqualTo(Fate.ARRIVED);
    String acl = acl();
    assertThat(udp(client, server)).isEqualTo(new Fate.Dropped("acl-in", server.eni()));
    assertThat(udp(server, client)).isEqualTo(new Fate.Dropped("acl-out", server.eni()));
    assertThat(probes.ping(client, server, server.ipv6()))
        .isEqualTo(new Fate.Dropped("acl-in", server.eni()));
    assertThat(udp(neighbour, server)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(server, neighbour, neighbour.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    associate(defaultAcl());
    account.ec2().deleteNetworkAcl(r -> r.networkAclId(acl));
    assertThat(udp(client, server)).isEqualTo(Fate.ARRIVED);
  }

  @Test
  void repliesAreJudgedLikeAnythingElse() {
    String acl = acl();
    allow(acl, 100, false, r -> r.protocol("6").portRange(p -> p.from(80).to(80)));
    assertThat(probes.tcp(client, server, server.ipv4(), 80))
        .isEqualTo(new Fate.AnswerDropped("acl-out", server.eni()));
    allow(acl, 100, true, r -> r.protocol("6").portRange(p -> p.from(1024).to(65_535)));
    assertThat(probes.tcp(client, server, server.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(client, server, server.ipv4(), 81))
        .isEqualTo(new Fate.Dropped("acl-in", server.eni()));
  }

  @Test
  void theLowestNumberThatMatchesDecides() {
    String acl = acl();
    allow(acl, 100, false, r -> r.protocol("-1"));
    allow(acl, 100, true, r -> r.protocol("-1"));
    assertThat(udp(client, server)).isEqualTo(Fate.ARRIVED);
    entry(
        acl,
        90,
        false,
        r ->
            r.ruleAction(RuleAction.DENY)
                .cidrBlock(client.ipv4() + "/32")
                .protocol("17")
                .portRange(p -> p.from(53).to(53)));
    assertThat(udp(client, server)).isEqualTo(new Fate.Dropped("acl-in", server.eni()));
    assertThat(probes.udp(client, server, server.ipv4(), 54)).isEqualTo(Fate.ARRIVED);
    allow(acl, 80, false, r -> r.protocol("17").portRange(p -> p.from(50).to(60)));
    assertThat(udp(client, server)).isEqualTo(Fate.ARRIVED);
    account.ec2().deleteNetworkAclEntry(r -> r.networkAclId(acl).ruleNumber(80).egress(false));
    assertThat(udp(client, server)).isEqualTo(new Fate.Dropped("acl-in", server.eni()));
  }

  @Test
  void eachFamilyHasItsRulesAndIcmpItsTypes() {
    String acl = acl();
    allow(acl, 100, false, r -> r.protocol("1").icmpTypeCode(t -> t.type(8).code(-1)));
    allow(acl, 100, true, r -> r.protocol("1").icmpTypeCode(t -> t.type(0).code(-1)));
    assertThat(probes.ping(client, server, server.ipv4())).isEqualTo(Fate.ARRIVED);
    assertThat(probes.ping(server, client, client.ipv4()))
        .isEqualTo(new Fate.Dropped("acl-out", server.eni()));
    assertThat(probes.ping(client, server, server.ipv6()))
        .isEqualTo(new Fate.Dropped("acl-in", server.eni()));
    for (boolean egress : new boolean[] {false, true}) {
      entry(
          acl,
          101,
          egress,
          r -> r.ruleAction(RuleAction.ALLOW).ipv6CidrBlock("::/0").protocol("-1"));
    }
    assertThat(probes.ping(client, server, server.ipv6())).isEqualTo(Fate.ARRIVED);
    assertThat(udp(client, server)).isEqualTo(new Fate.Dropped("acl-in", server.eni()));
  }

  @Test
  void aGroupStillDecidesBehindTheAcl() {
    String acl = acl();
    allow(acl, 100, false, r -> r.protocol("-1"));
    allow(acl, 100, true, r -> r.protocol("-1"));
    account.revoke(group, Rules.any(ALL));
    assertThat(udp(client, server)).isEqualTo(Fate.notIn(server));
  }

  private Fate udp(Host from, Host to) {
    return probes.udp(from, to, to.ipv4(), 53);
  }

  /** A new ACL of the server's subnet. */
  private String acl() {
    String acl = account.ec2().createNetworkAcl(r -> r.vpcId(vpc)).networkAcl().networkAclId();
    associate(acl);
    return acl;
  }

  private void associate(String acl) {
    String association =
        account
            .ec2()
            .describeNetworkAcls(r ->
                r.filters(Filter.builder().name("association.subnet-id").values(there).build()))
            .networkAcls()
            .getFirst()
            .associations()
            .stream()
            .filter(a -> a.subnetId().equals(there))
            .map(NetworkAclAssociation::networkAclAssociationId)
            .findFirst()
            .orElseThrow();
    account.ec2().replaceNetworkAclAssociation(r -> r.associationId(association).networkAclId(acl));
  }

  private String defaultAcl() {
    return account
        .ec2()
        .describeNetworkAcls(r ->
            r.filters(
                Filter.builder().name("vpc-id").values(vpc).build(),
                Filter.builder().name("default").values("true").build()))
        .networkAcls()
        .stream()
        .map(NetworkAcl::networkAclId)
        .findFirst()
        .orElseThrow();
  }

  private void allow(
      String acl, int number, boolean egress, Consumer<CreateNetworkAclEntryRequest.Builder> rest) {
    entry(acl, number, egress, r -> rest.accept(r.ruleAction(RuleAction.ALLOW).cidrBlock(ALL)));
  }

  private void entry(
      String acl, int number, boolean egress, Consumer<CreateNetworkAclEntryRequest.Builder> rest) {
    account
        .ec2()
        .createNetworkAclEntry(
            r -> rest.accept(r.networkAclId(acl).ruleNumber(number).egress(egress)));
  }
}
