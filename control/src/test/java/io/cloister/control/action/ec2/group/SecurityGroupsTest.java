package io.cloister.control.action.ec2.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

class SecurityGroupsTest {
  private final Ec2 ec2 = Ec2.fresh();

  private String create(String name) {
    CreateSecurityGroupResponse made =
        ec2.call(
            CreateSecurityGroupRequest.builder()
                .groupName(name)
                .description("test")
                .vpcId(Ec2.VPC)
                .build());
    return made.groupId();
  }

  private SecurityGroup describe(String id) {
    DescribeSecurityGroupsResponse answer =
        ec2.call(DescribeSecurityGroupsRequest.builder().groupIds(id).build());
    return answer.securityGroups().getFirst();
  }

  static IpPermission tcp(int from, int to, String... cidrs) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(from)
        .toPort(to)
        .ipRanges(List.of(cidrs).stream().map(c -> IpRange.builder().cidrIp(c).build()).toList())
        .build();
  }

  private static AuthorizeSecurityGroupIngressRequest ingress(String id, IpPermission... what) {
    return AuthorizeSecurityGroupIngressRequest.builder().groupId(id).ipPermissions(what).build();
  }

  @Test
  void aNewGroupLetsNothingInAndEverythingOutOfBothFamilies() {
    SecurityGroup group = describe(create("web"));
    assertThat(group.ipPermissions()).isEmpty();
    assertThat(group.ipPermissionsEgress()).hasSize(1);
    IpPermission out = group.ipPermissionsEgress().getFirst();
    assertThat(out.ipProtocol()).isEqualTo("-1");
    assertThat(out.fromPort()).isNull();
    assertThat(out.ipRanges().getFirst().cidrIp()).isEqualTo("0.0.0.0/0");
    assertThat(out.ipv6Ranges().getFirst().cidrIpv6()).isEqualTo("::/0");
    assertThat(group.vpcId()).isEqualTo(Ec2.VPC);
    assertThat(group.securityGroupArn())
        .isEqualTo("arn:aws:ec2:us-east-1:111122223333:security-group/" + group.groupId());
  }

  @Test
  void withoutAVpcItIsMadeInTheDefaultOne() {
    CreateSecurityGroupResponse made =
        ec2.call(CreateSecurityGroupRequest.builder().groupName("a").description("b").build());
    SecurityGroup group = describe(made.groupId());
    assertThat(
            ec2.network().vpcs().where(v -> v.isDefault()).findFirst().orElseThrow().id().value())
        .isEqualTo(group.vpcId());
    assertThat(group.ipPermissionsEgress().getFirst().ipv6Ranges()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default | text | InvalidParameterValue",
        "sg-web | text | InvalidParameterValue",
        "w\u00e9b | text | InvalidParameterValue",
        "'' | text | MissingParameter",
        "web | '' | MissingParameter",
        "web | a<b | InvalidParameterValue",
        "taken | text | InvalidGroup.Duplicate"
      })
  void namesAndDescriptionsAreCheckedAsAwsDoes(String name, String description, String code) {
    create("taken");
    assertThat(
            ec2.code(
                CreateSecurityGroupRequest.builder()
                    .groupName(name)
                    .description(description)
                    .vpcId(Ec2.VPC)
                    .build()))
        .isEqualTo(code);
  }

  @Test
  void permissionsBecomeRulesWithIdsTagsAndDescriptions() {
    String web = create("web");
    String app = create("app");
    AuthorizeSecurityGroupIngressResponse answer =
        ec2.call(
            ingress(
                    app,
                    tcp(80, 80, "10.0.0.5/16"),
                    IpPermission.builder()
                        .ipProtocol("icmp")
                        .fromPort(8)
                        .toPort(-1)
                        .userIdGroupPairs(
                            UserIdGroupPair.builder().groupId(web).description("from web").build())
                        .build())
                .toBuilder()
                .tagSpecifications(
                    TagSpecification.builder()
                        .resourceType(ResourceType.SECURITY_GROUP_RULE)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build())
                .build());
    assertThat(answer.returnValue()).isTrue();
    var first = answer.securityGroupRules().getFirst();
    assertThat(first.cidrIpv4()).as("host bits are cleared").isEqualTo("10.0.0.0/16");
    assertThat(first.securityGroupRuleId()).startsWith("sgr-");
    assertThat(first.tags()).extracting(Tag::key).containsExactly("k");
    var second = answer.securityGroupRules().get(1);
    assertThat(second.referencedGroupInfo().groupId()).isEqualTo(web);
    assertThat(second.referencedGroupInfo().userId()).isEqualTo("111122223333");
    assertThat(second.description()).isEqualTo("from web");
    assertThat(second.fromPort()).isEqualTo(8);
    assertThat(describe(app).ipPermissions()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "tcp | 1 | 0 | 0.0.0.0/0 | InvalidParameterValue",
        "tcp | - | - | 0.0.0.0/0 | InvalidParameterValue",
        "tcp | -1 | -1 | 0.0.0.0/0 | InvalidParameterValue",
        "tcp | 1 | 65536 | 0.0.0.0/0 | InvalidParameterValue",
        "icmp | - | - | 0.0.0.0/0 | InvalidParameterValue",
        "icmp | 256 | 0 | 0.0.0.0/0 | InvalidParameterValue",
        "icmp | 3 | 256 | 0.0.0.0/0 | InvalidParameterValue",
        "icmp | -1 | 4 | 0.0.0.0/0 | InvalidParameterValue",
        "256 | - | - | 0.0.0.0/0 | InvalidParameterValue",
        "ipx | - | - | 0.0.0.0/0 | InvalidParameterValue",
        "- | 1 | 1 | 0.0.0.0/0 | MissingParameter",
        "tcp | 1 | 1 | 10.0.0.0 | InvalidParameterValue",
        "tcp | 1 | 1 | 10.0.0.0/33 | InvalidParameterValue",
        "tcp | 1 | 1 | ::/0 | InvalidParameterValue",
        "tcp | 1 | 1 | - | MissingParameter",
        "tcp | 22 | 22 | 0.0.0.0/0 | InvalidPermission.Duplicate"
      })
  void whatARuleCannotSay(String protocol, Integer from, Integer to, String cidr, String code) {
    String group = create("web");
    ec2.call(ingress(group, tcp(22, 22, "0.0.0.0/0")));
    IpPermission.Builder permission =
        IpPermission.builder().ipProtocol(protocol).fromPort(from).toPort(to);
    if (cidr != null) {
      permission.ipRanges(IpRange.builder().cidrIp(cidr).build());
    }
    assertThat(ec2.code(ingress(group, permission.build()))).isEqualTo(code);
  }

  @Test
  void aDuplicateIsNamedAsAwsNamesIt() {
    String group = create("web");
    ec2.call(ingress(group, tcp(22, 23, "0.0.0.0/0")));
    assertThat(ec2.refusal(ingress(group, tcp(22, 23, "0.0.0.0/0"))).text())
        .isEqualTo(
            "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 22, to port: 23, ALLOW\" already exists");
    assertThat(ec2.code(ingress(group, tcp(1, 1, "10.0.0.0/8", "10.0.0.0/8"))))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(ingress(group))).isEqualTo("MissingParameter");
  }

  @Test
  void sixtyRulesOfEachFamilyAndDirection() {
    String group = create("web");
    String other = create("other");
    for (int port : IntStream.range(1, 60).toArray()) {
      ec2.call(ingress(group, tcp(port, port, "10.0.0.0/8")));
    }
    ec2.call(
        ingress(
            group,
            IpPermission.builder()
                .ipProtocol("-1")
                .userIdGroupPairs(UserIdGroupPair.builder().groupId(other).build())
                .build()));
    assertThat(ec2.code(ingress(group, tcp(99, 99, "10.0.0.0/8"))))
        .isEqualTo("RulesPerSecurityGroupLimitExceeded");
    ec2.call(
        AuthorizeSecurityGroupEgressRequest.builder()
            .groupId(group)
            .ipPermissions(tcp(1, 1, "10.0.0.0/8"))
            .build());
    ec2.cloud().apply(Quotas.change(ec2.caller().scope(), Quota.RULES_PER_SECURITY_GROUP, 61));
    ec2.call(ingress(group, tcp(99, 99, "10.0.0.0/8")));
    ec2.cloud().apply(Quotas.change(ec2.caller().scope(), Quota.SECURITY_GROUPS_PER_REGION, 2));
    assertThat(
            ec2.code(CreateSecurityGroupRequest.builder().groupName("x").description("x").build()))
        .isEqualTo("SecurityGroupLimitExceeded");
  }

  @Test
  void groupsOfOtherVpcsAndAccountsCannotBeNamed() {
    String group = create("web");
    CreateSecurityGroupResponse inDefault =
        ec2.call(CreateSecurityGroupRequest.builder().groupName("d").description("d").build());
    for (UserIdGroupPair pair :
        List.of(
            UserIdGroupPair.builder().groupId(inDefault.groupId()).build(),
            UserIdGroupPair.builder().groupName("d").build(),
            UserIdGroupPair.builder().groupName("nobody").build(),
            UserIdGroupPair.builder().groupId(group).userId("999999999999").build(),
            UserIdGroupPair.builder().groupId("sg-00000000000000fff").build())) {
      assertThat(
              ec2.code(
                  ingress(
                      group,
                      IpPermission.builder().ipProtocol("-1").userIdGroupPairs(pair).build())))
          .as("%s", pair)
          .isEqualTo("InvalidGroup.NotFound");
    }
    assertThat(ec2.code(ingress("nonsense", tcp(1, 1, "10.0.0.0/8"))))
        .isEqualTo("InvalidGroupId.Malformed");
    assertThat(ec2.as("444455556666").code(ingress(group, tcp(1, 1, "10.0.0.0/8"))))
        .isEqualTo("InvalidGroup.NotFound");
  }

  @Test
  void theFlatWayIsForIngress() {
    CreateSecurityGroupResponse made =
        ec2.call(CreateSecurityGroupRequest.builder().groupName("d").description("d").build());
    ec2.call(
        AuthorizeSecurityGroupIngressRequest.builder()
            .groupName("d")
            .ipProtocol("tcp")
            .fromPort(80)
            .toPort(80)
            .cidrIp("0.0.0.0/0")
            .build());
    AuthorizeSecurityGroupIngressResponse three =
        ec2.call(
            AuthorizeSecurityGroupIngressRequest.builder()
                .groupId(made.groupId())
                .sourceSecurityGroupName("default")
                .build());
    assertThat(three.securityGroupRules())
        .extracting(r -> r.ipProtocol())
        .containsExactly("tcp", "udp", "icmp");
    assertThat(
            ec2.code(
                AuthorizeSecurityGroupIngressRequest.builder()
                    .groupId(made.groupId())
                    .cidrIp("0.0.0.0/0")
                    .ipPermissions(tcp(1, 1, "0.0.0.0/0"))
                    .build()))
        .isEqualTo("InvalidParameterCombination");
  }

  @Test
  void revokingByIdByPermissionAndWhatIsNotThere() {
    String group = create("web");
    AuthorizeSecurityGroupIngressResponse made =
        ec2.call(ingress(group, tcp(1, 1, "10.0.0.0/8"), tcp(2, 2, "10.0.0.0/8")));
    String id = made.securityGroupRules().getFirst().securityGroupRuleId();
    RevokeSecurityGroupIngressResponse gone =
        ec2.call(
            RevokeSecurityGroupIngressRequest.builder()
                .groupId(group)
                .securityGroupRuleIds(id)
                .build());
    assertThat(gone.revokedSecurityGroupRules().getFirst().securityGroupRuleId()).isEqualTo(id);
    RevokeSecurityGroupIngressRequest again =
        RevokeSecurityGroupIngressRequest.builder()
            .groupId(group)
            .ipPermissions(tcp(1, 1, "10.0.0.0/8"))
            .build();
    assertThat(ec2.code(again)).isEqualTo("InvalidPermission.NotFound");
    assertThat(ec2.code(again.toBuilder().securityGroupRuleIds(id).build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(
            ec2.code(
                RevokeSecurityGroupIngressRequest.builder()
                    .groupId(group)
                    .securityGroupRuleIds(id)
                    .build()))
        .isEqualTo("InvalidSecurityGroupRuleId.NotFound");
    assertThat(
            ec2.code(
                RevokeSecurityGroupIngressRequest.builder()
                    .groupId(group)
                    .securityGroupRuleIds("x")
                    .build()))
        .isEqualTo("InvalidSecurityGroupRuleId.Malformed");
    assertThat(
            ec2.code(
                RevokeSecurityGroupEgressRequest.builder()
                    .groupId(group)
                    .securityGroupRuleIds(made.securityGroupRules().get(1).securityGroupRuleId())
                    .build()))
        .as("an ingress rule is none of egress's")
        .isEqualTo("InvalidSecurityGroupRuleId.NotFound");
    ec2.call(
        RevokeSecurityGroupIngressRequest.builder()
            .groupId(group)
            .ipPermissions(tcp(2, 2, "10.0.0.0/8"))
            .build());
    assertThat(describe(group).ipPermissions()).isEmpty();
  }

  @Test
  void aDefaultVpcsGroupOverlooksUnknownPermissions() {
    ec2.call(CreateSecurityGroupRequest.builder().groupName("d").description("d").build());
    RevokeSecurityGroupIngressResponse answer =
        ec2.call(
            RevokeSecurityGroupIngressRequest.builder()
                .groupName("d")
                .ipPermissions(tcp(1, 1, "10.0.0.0/8"))
                .build());
    assertThat(answer.unknownIpPermissions().getFirst().fromPort()).isEqualTo(1);
    assertThat(answer.revokedSecurityGroupRules()).isEmpty();
  }

  @Test
  void deletingAsksWhoDependsOnIt() {
    String web = create("web");
    String app = create("app");
    ec2.call(
        ingress(
            app,
            IpPermission.builder()
                .ipProtocol("-1")
                .userIdGroupPairs(UserIdGroupPair.builder().groupId(web).build())
                .build()));
    assertThat(delete(web)).isEqualTo("DependencyViolation: a rule of " + app);
    assertThat(delete(Ec2.GROUP)).startsWith("CannotDelete");
    ec2.call(CreateNetworkInterfaceRequest.builder().subnetId(Ec2.SUBNET).groups(app).build());
    assertThat(delete(app)).startsWith("DependencyViolation: the network interface eni-");
    assertThat(ec2.code(DeleteSecurityGroupRequest.builder().build()))
        .isEqualTo("MissingParameter");
    assertThat(ec2.code(DeleteSecurityGroupRequest.builder().groupName("web").build()))
        .as("a name is looked up in the default VPC")
        .isEqualTo("InvalidGroup.NotFound");
    String alone = create("alone");
    ec2.call(
        ingress(
            alone,
            IpPermission.builder()
                .ipProtocol("-1")
                .userIdGroupPairs(UserIdGroupPair.builder().groupId(alone).build())
                .build()));
    ec2.call(DeleteSecurityGroupRequest.builder().groupId(alone).build());
    assertThat(ec2.code(DescribeSecurityGroupsRequest.builder().groupIds(alone).build()))
        .isEqualTo("InvalidGroup.NotFound");
  }

  private String delete(String id) {
    var refused = ec2.refusal(DeleteSecurityGroupRequest.builder().groupId(id).build());
    String text = refused.text();
    return refused.code()
        + text.replaceFirst("^resource \\S+ has a dependent object", "")
            .replaceFirst(" (names|carries) it.*", "");
  }

  @Test
  void filtersReadTheAnswer() {
    String web = create("web");
    String app = create("app");
    ec2.call(
        ingress(
            app,
            IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(80)
                .toPort(81)
                .userIdGroupPairs(UserIdGroupPair.builder().groupId(web).build())
                .build()));
    for (String each :
        List.of(
            "ip-permission.group-id=" + web,
            "ip-permission.group-name=w*",
            "ip-permission.from-port=80",
            "ip-permission.to-port=81",
            "ip-permission.protocol=tcp",
            "group-name=app",
            "group-id=" + app)) {
      DescribeSecurityGroupsResponse answer =
          ec2.call(
              DescribeSecurityGroupsRequest.builder()
                  .filters(
                      Filter.builder()
                          .name(each.replaceFirst("=.*", ""))
                          .values(each.replaceFirst(".*=", ""))
                          .build())
                  .build());
      assertThat(answer.securityGroups())
          .as(each)
          .extracting(SecurityGroup::groupId)
          .containsExactly(app);
    }
  }
}
