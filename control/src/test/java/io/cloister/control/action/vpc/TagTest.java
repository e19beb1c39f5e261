package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Cloud;
import io.cloister.model.id.VpcId;
import io.cloister.model.vpc.SecurityGroup;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

class TagTest {
  private final Cloud cloud = Cloud.fresh();
  private final String vpc = Made.vpc(cloud, "10.0.0.0/16").vpcId();

  @Test
  void everyKindThatIsThereCanBeTaggedAndTagsGoWithIt() {
    String subnet = Made.subnet(cloud, vpc, "10.0.0.0/24").subnetId();
    Made.instance(cloud, subnet, "00000001", "10.0.0.4");
    VpcId id = new VpcId(vpc);
    SecurityGroup group = Parts.groups(cloud.network(), id).getFirst();
    Map<String, String> kinds = new TreeMap<>();
    kinds.put("vpc", vpc);
    kinds.put("subnet", subnet);
    kinds.put("internet-gateway", Made.gateway(cloud, vpc));
    kinds.put("route-table", Made.table(cloud, vpc));
    kinds.put("network-acl", Parts.defaultAcl(cloud.network(), id).id().value());
    kinds.put("security-group", group.id().value());
    kinds.put("security-group-rule", group.rules().getFirst().id().value());
    kinds.put("network-interface", "eni-00000001");
    kinds.put("instance", "i-00000001");
    kinds.put(
        "dhcp-options",
        cloud.network().dhcpOptions().values().findFirst().orElseThrow().id().value());
    List<String> ids = List.copyOf(kinds.values());
    cloud.call(new CreateTags(), create(ids, tag("Name", "x"), tag("Empty", "")));
    kinds.forEach((type, resource) ->
        assertThat(tags("resource-id", resource))
            .as(type)
            .extracting(t -> t.resourceTypeAsString() + " " + t.key() + "=" + t.value())
            .containsExactly(type + " Empty=", type + " Name=x"));
    assertThat(tags("resource-type", "security-group-rule")).hasSize(2);
    assertThat(tags("tag:Name", "x")).hasSameSizeAs(ids);
    assertThat(tags("tag:Name", "y")).isEmpty();
    assertThat(tags("key", "Em*")).hasSameSizeAs(ids);
    assertThat(tags("value", "x")).hasSameSizeAs(ids);
    cloud.call(new DeleteTags(), DeleteTagsRequest.builder().resources(ids).build());
    assertThat(cloud.network().tags().isEmpty()).isTrue();
  }

  @Test
  void tagsOfRulesGoWithTheirVpc() {
    SecurityGroup group = Parts.groups(cloud.network(), new VpcId(vpc)).getFirst();
    cloud.call(
        new CreateTags(),
        create(List.of(group.rules().getFirst().id().value(), vpc), tag("a", "b")));
    cloud.call(new DeleteVpc(), DeleteVpcRequest.builder().vpcId(vpc).build());
    assertThat(cloud.network().tags().isEmpty()).isTrue();
  }

  @Test
  void valuesAreReplacedAndDeletedByKeyOrByKeyAndValue() {
    cloud.call(new CreateTags(), create(List.of(vpc), tag("a", "1"), tag("b", "2")));
    cloud.call(new CreateTags(), create(List.of(vpc), tag("a", "3"), tag("c", "")));
    assertThat(texts()).containsExactly("a=3", "b=2", "c=");
    cloud.call(new DeleteTags(), delete(tag("a", "1"), tag("b", "")));
    assertThat(texts()).containsExactly("a=3", "b=2", "c=");
    cloud.call(
        new DeleteTags(), delete(Tag.builder().key("a").build(), tag("b", "2"), tag("c", "")));
    assertThat(texts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "vpc-00000000, InvalidVpcID.NotFound",
    "subnet-00000000, InvalidSubnetID.NotFound",
    "igw-00000000, InvalidInternetGatewayID.NotFound",
    "rtb-00000000, InvalidRouteTableID.NotFound",
    "acl-00000000, InvalidNetworkAclID.NotFound",
    "sg-00000000, InvalidGroup.NotFound",
    "sgr-00000000, InvalidSecurityGroupRuleId.NotFound",
    "sgr-x, InvalidSecurityGroupRuleId.Malformed",
    "eipalloc-00000000, InvalidAllocationID.NotFound",
    "eni-00000000, InvalidNetworkInterfaceID.NotFound",
    "i-00000000, InvalidInstanceID.NotFound",
    "key-00000000, InvalidKeyPair.NotFound",
    "dopt-00000000, InvalidDhcpOptionID.NotFound",
    "vpc-zz, InvalidVpcId.Malformed",
    "vol-00000000, InvalidVolume.NotFound",
    "nonsense, InvalidID",
    "'', InvalidID"
  })
  void resourcesThatAreNotThere(String id, String code) {
    assertThat(cloud.code(new CreateTags(), create(List.of(vpc, id), tag("a", "b"))))
        .isEqualTo(code);
  }

  @Test
  void aTagOfAnotherAccountIsNotSeen() {
    cloud.call(new CreateTags(), create(List.of(vpc), tag("a", "b")));
    Cloud other = cloud.as("444455556666", "aws", "us-east-1");
    assertThat(other.call(new DescribeTags(), DescribeTagsRequest.builder().build()).tags())
        .isEmpty();
    assertThat(other.code(new CreateTags(), create(List.of(vpc), tag("a", "c"))))
        .isEqualTo("InvalidVpcID.NotFound");
  }

  @Test
  void tagsOutsideTheLimits() {
    assertThat(cloud.code(new CreateTags(), create(List.of(vpc)))).isEqualTo("MissingParameter");
    assertThat(cloud.code(new CreateTags(), create(List.of(), tag("a", "b"))))
        .isEqualTo("MissingParameter");
    for (Tag bad :
        List.of(
            tag("aws:x", ""), tag("", "x"), tag("k".repeat(129), ""), tag("k", "v".repeat(257)))) {
      assertThat(cloud.code(new CreateTags(), create(List.of(vpc), bad)))
          .isEqualTo("InvalidParameterValue");
    }
    assertThat(cloud.code(new CreateTags(), create(List.of(vpc), tag("a", "1"), tag("a", "2"))))
        .isEqualTo("InvalidParameterValue");
    assertThat(cloud.code(new CreateTags(), create(Collections.nCopies(1001, vpc), tag("a", "b"))))
        .isEqualTo("InvalidParameterValue");
    Tag[] fifty = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "")).toArray(Tag[]::new);
    cloud.call(new CreateTags(), create(List.of(vpc), fifty));
    cloud.call(new CreateTags(), create(List.of(vpc), tag("k7", "again")));
    assertThat(cloud.code(new CreateTags(), create(List.of(vpc), tag("k50", ""))))
        .isEqualTo("TagLimitExceeded");
  }

  @Test
  void tagsComeInPages() {
    Tag[] seven = IntStream.range(0, 7).mapToObj(i -> tag("k" + i, "")).toArray(Tag[]::new);
    cloud.call(new CreateTags(), create(List.of(vpc), seven));
    DescribeTagsResponse first =
        cloud.call(new DescribeTags(), DescribeTagsRequest.builder().maxResults(5).build());
    assertThat(first.tags()).hasSize(5);
    DescribeTagsResponse second =
        cloud.call(
            new DescribeTags(),
            DescribeTagsRequest.builder().maxResults(5).nextToken(first.nextToken()).build());
    assertThat(second.tags()).extracting(TagDescription::key).containsExactly("k5", "k6");
    assertThat(second.nextToken()).isNull();
    assertThat(cloud.code(new DescribeTags(), DescribeTagsRequest.builder().maxResults(4).build()))
        .isEqualTo("InvalidParameterValue");
  }

  private List<TagDescription> tags(String filter, String value) {
    return cloud
        .call(
            new DescribeTags(),
            DescribeTagsRequest.builder()
                .filters(Filter.builder().name(filter).values(value).build())
                .build())
        .tags();
  }

  private List<String> texts() {
    return tags("resource-id", vpc).stream().map(t -> t.key() + "=" + t.value()).toList();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static CreateTagsRequest create(List<String> ids, Tag... tags) {
    return CreateTagsRequest.builder().resources(ids).tags(tags).build();
  }

  private DeleteTagsRequest delete(Tag... tags) {
    return DeleteTagsRequest.builder().resources(vpc).tags(tags).build();
  }
}
