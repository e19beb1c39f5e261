package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Cloud;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.NetworkAcl;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryRequest;

class NetworkAclTest {
  private final Cloud cloud = Cloud.fresh();
  private final String vpc = Made.vpc(cloud, "10.0.0.0/16").vpcId();
  private final SubnetId subnet = new SubnetId(Made.subnet(cloud, vpc, "10.0.0.0/24").subnetId());
  private final String acl = create(vpc);

  @Test
  void aSubnetHasOneAclAndAnUsedOneStays() {
    NetworkAcl before = Parts.aclOf(cloud.network(), subnet).orElseThrow();
    assertThat(before.isDefault()).isTrue();
    assertThat(cloud.code(new DeleteNetworkAcl(), delete(before.id().value())))
        .isEqualTo("InvalidParameterValue");
    cloud.call(new ReplaceNetworkAclAssociation(), move(before, acl));
    assertThat(Parts.aclOf(cloud.network(), subnet).orElseThrow().id().value()).isEqualTo(acl);
    assertThat(cloud.code(new ReplaceNetworkAclAssociation(), move(before, acl)))
        .isEqualTo("InvalidAssociationID.NotFound");
    assertThat(cloud.code(new DeleteNetworkAcl(), delete(acl))).isEqualTo("DependencyViolation");
    NetworkAcl now = Parts.aclOf(cloud.network(), subnet).orElseThrow();
    String elsewhere = create(Made.vpc(cloud, "10.0.0.0/16").vpcId());
    assertThat(cloud.code(new ReplaceNetworkAclAssociation(), move(now, elsewhere)))
        .isEqualTo("InvalidParameterValue");
    cloud.call(new ReplaceNetworkAclAssociation(), move(now, before.id().value()));
    cloud.call(new DeleteNetworkAcl(), delete(acl));
    assertThat(cloud.code(new DeleteNetworkAcl(), delete(acl)))
        .isEqualTo("InvalidNetworkAclID.NotFound");
    assertThat(Parts.acls(cloud.network(), new VpcId(vpc))).hasSize(1);
  }

  @Test
  void rulesAreSortedReplacedAndDeletedByNumber() {
    cloud.call(new CreateNetworkAclEntry(), rule(200, b -> {}));
    cloud.call(new CreateNetworkAclEntry(), rule(100, b -> b.cidrBlock("10.1.2.3/16")));
    assertThat(cloud.code(new CreateNetworkAclEntry(), rule(100, b -> {})))
        .isEqualTo("NetworkAclEntryAlreadyExists");
    assertThat(entries().entries()).extracting(NetworkAcl.Entry::number).containsExactly(100, 200);
    assertThat(entries().entries().getFirst().cidr()).isEqualTo(Prefix.of("10.1.0.0/16"));
    cloud.call(
        new ReplaceNetworkAclEntry(),
        ReplaceNetworkAclEntryRequest.builder()
            .networkAclId(acl)
            .ruleNumber(200)
            .egress(false)
            .ruleAction("deny")
            .protocol("udp")
            .portRange(p -> p.from(53).to(53))
            .cidrBlock("0.0.0.0/0")
            .build());
    assertThat(entries().entries().getLast().allow()).isFalse();
    cloud.call(new DeleteNetworkAclEntry(), end(200));
    assertThat(cloud.code(new DeleteNetworkAclEntry(), end(200)))
        .isEqualTo("InvalidNetworkAclEntry.NotFound");
  }

  @Test
  void whatIsNoRuleIsRefused() {
    refused("MissingParameter", b -> b.protocol("6"));
    refused("MissingParameter", b -> b.protocol("icmp"));
    refused("MissingParameter", b -> b.cidrBlock(null));
    refused("InvalidParameterValue", b -> b.cidrBlock("10.0.0.0/33"));
    refused("InvalidParameterValue", b -> b.cidrBlock("::/0"));
    refused("InvalidParameterCombination", b -> b.ipv6CidrBlock("::/0"));
    refused("InvalidParameterValue", b -> b.protocol("256"));
    refused("InvalidParameterValue", b -> b.ruleNumber(32_767));
    refused("InvalidParameterValue", b -> b.ruleNumber(0));
    refused("InvalidParameterValue", b -> b.ruleAction("pass"));
    refused("InvalidParameterValue", b -> b.protocol("6").portRange(p -> p.from(90).to(80)));
    refused("InvalidParameterValue", b -> b.protocol("1").icmpTypeCode(t -> t.type(256).code(0)));
    assertThat(entries().entries()).isEmpty();
  }

  @Test
  void twentyRulesADirection() {
    IntStream.rangeClosed(1, 20)
        .forEach(n -> cloud.call(new CreateNetworkAclEntry(), rule(n, b -> {})));
    assertThat(cloud.code(new CreateNetworkAclEntry(), rule(21, b -> {})))
        .isEqualTo("NetworkAclEntryLimitExceeded");
    cloud.call(new CreateNetworkAclEntry(), rule(21, b -> b.egress(true)));
  }

  private void refused(String code, Consumer<CreateNetworkAclEntryRequest.Builder> rest) {
    CreateNetworkAclEntryRequest request = rule(100, rest);
    assertThat(cloud.code(new CreateNetworkAclEntry(), request)).as("%s", request).isEqualTo(code);
  }

  private CreateNetworkAclEntryRequest rule(
      int number, Consumer<CreateNetworkAclEntryRequest.Builder> rest) {
    return CreateNetworkAclEntryRequest.builder()
        .networkAclId(acl)
        .ruleNumber(number)
        .egress(false)
        .ruleAction("allow")
        .protocol("-1")
        .cidrBlock("0.0.0.0/0")
        .applyMutation(rest)
        .build();
  }

  private DeleteNetworkAclEntryRequest end(int number) {
    return DeleteNetworkAclEntryRequest.builder()
        .networkAclId(acl)
        .ruleNumber(number)
        .egress(false)
        .build();
  }

  private NetworkAcl entries() {
    return cloud.network().networkAcls().require(new NetworkAclId(acl));
  }

  private String create(String of) {
    return cloud
        .call(new CreateNetworkAcl(), CreateNetworkAclRequest.builder().vpcId(of).build())
        .networkAcl()
        .networkAclId();
  }

  private static DeleteNetworkAclRequest delete(String id) {
    return DeleteNetworkAclRequest.builder().networkAclId(id).build();
  }

  private ReplaceNetworkAclAssociationRequest move(NetworkAcl from, String to) {
    String association =
        from.associations().stream()
            .filter(a -> a.subnet().equals(subnet))
            .findFirst()
            .orElseThrow()
            .id()
            .value();
    return ReplaceNetworkAclAssociationRequest.builder()
        .associationId(association)
        .networkAclId(to)
        .build();
  }
}
