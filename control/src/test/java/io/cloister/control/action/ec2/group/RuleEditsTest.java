package io.cloister.control.action.ec2.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupReferencesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupReferencesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeStaleSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeStaleSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleDescription;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsEgressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressRequest;

class RuleEditsTest {
  private final Ec2 ec2 = Ec2.fresh();
  private String one = "";
  private String two = "";

  @BeforeEach
  void twoRules() {
    AuthorizeSecurityGroupIngressResponse made =
        ec2.call(
            AuthorizeSecurityGroupIngressRequest.builder()
                .groupId(Ec2.GROUP)
                .ipPermissions(
                    SecurityGroupsTest.tcp(80, 80, "10.0.0.0/8"),
                    SecurityGroupsTest.tcp(81, 81, "10.0.0.0/8"))
                .build());
    one = made.securityGroupRules().get(0).securityGroupRuleId();
    two = made.securityGroupRules().get(1).securityGroupRuleId();
  }

  private SecurityGroupRule rule(String id) {
    DescribeSecurityGroupRulesResponse answer =
        ec2.call(DescribeSecurityGroupRulesRequest.builder().securityGroupRuleIds(id).build());
    return answer.securityGroupRules().getFirst();
  }

  private static SecurityGroupRuleRequest.Builder tcp(int port) {
    return SecurityGroupRuleRequest.builder().ipProtocol("tcp").fromPort(port).toPort(port);
  }

  private static ModifySecurityGroupRulesRequest modify(
      String id, SecurityGroupRuleRequest.Builder to) {
    return ModifySecurityGroupRulesRequest.builder()
        .groupId(Ec2.GROUP)
        .securityGroupRules(
            SecurityGroupRuleUpdate.builder()
                .securityGroupRuleId(id)
                .securityGroupRule(to.build())
                .build())
        .build();
  }

  @Test
  void aRuleIsReplacedAndKeepsItsId() {
    ec2.call(modify(one, tcp(443).cidrIpv6("::/0").description("tls")));
    SecurityGroupRule changed = rule(one);
    assertThat(changed.fromPort()).isEqualTo(443);
    assertThat(changed.cidrIpv6()).isEqualTo("::/0");
    assertThat(changed.cidrIpv4()).isNull();
    assertThat(changed.description()).isEqualTo("tls");
    ec2.call(modify(one, tcp(443).referencedGroupId(Ec2.GROUP)));
    assertThat(rule(one).referencedGroupInfo().groupId()).isEqualTo(Ec2.GROUP);
  }

  @Test
  void whatModifyingRefuses() {
    assertThat(ec2.code(modify(one, tcp(81).cidrIpv4("10.0.0.0/8"))))
        .isEqualTo("InvalidPermission.Duplicate");
    assertThat(ec2.code(modify(one, tcp(82)))).isEqualTo("MissingParameter");
    assertThat(ec2.code(modify(one, tcp(82).cidrIpv4("10.0.0.0/8").cidrIpv6("::/0"))))
        .isEqualTo("InvalidParameterCombination");
    assertThat(ec2.code(modify("sgr-00000000000000fff", tcp(1).cidrIpv4("10.0.0.0/8"))))
        .isEqualTo("InvalidSecurityGroupRuleId.NotFound");
    assertThat(ec2.code(ModifySecurityGroupRulesRequest.builder().groupId(Ec2.GROUP).build()))
        .isEqualTo("MissingParameter");
    SecurityGroupRuleUpdate update =
        modify(one, tcp(9).cidrIpv4("10.0.0.0/8")).securityGroupRules().getFirst();
    assertThat(
            ec2.code(
                ModifySecurityGroupRulesRequest.builder()
                    .groupId(Ec2.GROUP)
                    .securityGroupRules(update, update)
                    .build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void descriptionsByIdAndByPermission() {
    UpdateSecurityGroupRuleDescriptionsIngressRequest byId =
        UpdateSecurityGroupRuleDescriptionsIngressRequest.builder()
            .groupId(Ec2.GROUP)
            .securityGroupRuleDescriptions(
                SecurityGroupRuleDescription.builder()
                    .securityGroupRuleId(one)
                    .description("first")
                    .build())
            .build();
    ec2.call(byId);
    assertThat(rule(one).description()).isEqualTo("first");
    ec2.call(
        UpdateSecurityGroupRuleDescriptionsIngressRequest.builder()
            .groupId(Ec2.GROUP)
            .ipPermissions(SecurityGroupsTest.tcp(80, 80, "10.0.0.0/8"))
            .build());
    assertThat(rule(one).description()).as("left out, so taken away").isNull();
    assertThat(
            ec2.code(
                UpdateSecurityGroupRuleDescriptionsIngressRequest.builder()
                    .groupId(Ec2.GROUP)
                    .ipPermissions(SecurityGroupsTest.tcp(99, 99, "10.0.0.0/8"))
                    .build()))
        .isEqualTo("InvalidPermission.NotFound");
    assertThat(
            ec2.code(
                UpdateSecurityGroupRuleDescriptionsEgressRequest.builder()
                    .groupId(Ec2.GROUP)
                    .securityGroupRuleDescriptions(byId.securityGroupRuleDescriptions())
                    .build()))
        .isEqualTo("InvalidSecurityGroupRuleId.NotFound");
    assertThat(
            ec2.code(
                byId.toBuilder()
                    .ipPermissions(SecurityGroupsTest.tcp(80, 80, "10.0.0.0/8"))
                    .build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(
            ec2.code(
                UpdateSecurityGroupRuleDescriptionsIngressRequest.builder()
                    .groupId(Ec2.GROUP)
                    .build()))
        .isEqualTo("MissingParameter");
  }

  @Test
  void egressRulesAreDescribedTheSameWay() {
    ec2.call(
        AuthorizeSecurityGroupEgressRequest.builder()
            .groupId(Ec2.GROUP)
            .ipPermissions(SecurityGroupsTest.tcp(7, 7, "10.0.0.0/8"))
            .build());
    ec2.call(
        UpdateSecurityGroupRuleDescriptionsEgressRequest.builder()
            .groupId(Ec2.GROUP)
            .ipPermissions(
                SecurityGroupsTest.tcp(7, 7).toBuilder()
                    .ipRanges(IpRange.builder().cidrIp("10.0.0.0/8").description("echo").build())
                    .build())
            .build());
    DescribeSecurityGroupRulesResponse all =
        ec2.call(DescribeSecurityGroupRulesRequest.builder().build());
    assertThat(all.securityGroupRules())
        .filteredOn(r -> "echo".equals(r.description()))
        .extracting(SecurityGroupRule::isEgress)
        .containsExactly(true);
  }

  @Test
  void rulesAreDescribedByIdAndByPages() {
    assertThat(rule(two).fromPort()).isEqualTo(81);
    assertThat(
            ec2.code(
                DescribeSecurityGroupRulesRequest.builder()
                    .securityGroupRuleIds("sgr-00000000000000fff")
                    .build()))
        .isEqualTo("InvalidSecurityGroupRuleId.NotFound");
    DescribeSecurityGroupRulesResponse other =
        ec2.as("444455556666").call(DescribeSecurityGroupRulesRequest.builder().build());
    assertThat(other.securityGroupRules())
        .extracting(SecurityGroupRule::securityGroupRuleId)
        .doesNotContain(one, two);
    assertThat(ec2.code(DescribeSecurityGroupRulesRequest.builder().maxResults(4).build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void withoutPeeringNothingIsStaleOrReferencedFromAfar() {
    DescribeSecurityGroupReferencesResponse references =
        ec2.call(DescribeSecurityGroupReferencesRequest.builder().groupId(Ec2.GROUP).build());
    assertThat(references.securityGroupReferenceSet()).isEmpty();
    assertThat(
            ec2.code(
                DescribeSecurityGroupReferencesRequest.builder().groupId("sg-00000000").build()))
        .isEqualTo("InvalidGroup.NotFound");
    DescribeStaleSecurityGroupsResponse stale =
        ec2.call(DescribeStaleSecurityGroupsRequest.builder().vpcId(Ec2.VPC).build());
    assertThat(stale.staleSecurityGroupSet()).isEmpty();
    assertThat(ec2.code(DescribeStaleSecurityGroupsRequest.builder().vpcId("vpc-00000000").build()))
        .isEqualTo("InvalidVpcID.NotFound");
  }
}
