package io.cloister.app.wire.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.wire.codec.Requests;
import io.cloister.app.wire.model.Constraint.Member;
import io.cloister.app.wire.model.Constraint.Range;
import io.cloister.app.wire.model.Constraint.Struct;
import io.cloister.app.wire.model.Constraint.Words;
import io.cloister.app.wire.model.Operation.Pagination;
import io.cloister.app.wire.model.Service.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.DefaultValueTrait;

class ServiceModelTest {
  private static final ServiceModel EC2 = ServiceModel.ec2();

  /** Newer than the SDK: these actions are refused as not built, like any that isn't. */
  private static final Set<String> NEWER_THAN_THE_SDK = newerThanTheSdk();

  private static Set<String> newerThanTheSdk() {
    Requests requests = new Requests("ec2");
    return EC2.operations().stream()
        .filter(name -> requests.find(name).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void nearlyAllOperationsOfTheModelAreInTheSdk() {
    assertThat(EC2.operations()).hasSizeGreaterThan(760);
    assertThat(NEWER_THAN_THE_SDK).hasSizeLessThan(20).doesNotContain("DescribeVpcs");
    assertThat(ServiceModel.sts().operations()).contains("GetCallerIdentity", "AssumeRole");
  }

  @Test
  void requiredMembersOfTheModelAreMembersOfTheSdk() {
    Requests requests = new Requests("ec2");
    int required = 0;
    for (String name : EC2.operations()) {
      Optional<Requests.Shape> shape = requests.find(name);
      String input = EC2.operation(name).orElseThrow().input();
      if (shape.isPresent() && EC2.constraint(input) instanceof Struct(var members)) {
        List<String> known =
            shape.get().newBuilder().sdkFields().stream().map(SdkField::memberName).toList();
        Set<String> demanded =
            members.entrySet().stream()
                .filter(e -> e.getValue().required())
                .map(e -> e.getKey())
                .collect(Collectors.toSet());
        assertThat(known).as(name).containsAll(demanded);
        required += demanded.size();
      }
    }
    assertThat(required).isGreaterThan(500);
  }

  @Test
  void everyLineOfTheResourcesIsUnderstood() {
    for (ServiceModel model : List.of(EC2, ServiceModel.sts())) {
      for (String name : model.operations()) {
        walk(model, model.operation(name).orElseThrow().input(), 0);
      }
    }
  }

  private static void walk(ServiceModel model, String shape, int depth) {
    assertThat(depth).isLessThan(16);
    switch (model.constraint(shape)) {
      case Struct(var members) -> members.values().forEach(m -> walk(model, m.shape(), depth + 1));
      case Constraint.Items items -> walk(model, items.shape(), depth + 1);
      case Constraint.Free _ -> assertThat(shape).isEmpty();
      case Words _, Range _, Constraint.Text _ -> {}
    }
  }

  @Test
  void constraintsAreAsAwsPublishesThem() {
    Constraint run = EC2.constraint("RunInstancesRequest");
    assertThat(run.member("MinCount")).isEqualTo(new Member(true, ""));
    assertThat(run.member("KeyName")).isEqualTo(new Member(false, ""));
    assertThat(EC2.constraint(run.member("InstanceType").shape()))
        .isInstanceOfSatisfying(
            Words.class, w -> assertThat(w.words()).contains("t3.micro").doesNotContain(""));
    String limit = EC2.constraint("DescribeVpcsRequest").member("MaxResults").shape();
    assertThat(EC2.constraint(limit))
        .isInstanceOfSatisfying(
            Range.class,
            r -> {
              assertThat(r.min().orElseThrow()).isEqualByComparingTo("5");
              assertThat(r.max().orElseThrow()).isEqualByComparingTo("1000");
            });
    assertThat(EC2.operation("DescribeVpcs").orElseThrow().pagination())
        .contains(new Pagination("NextToken", "NextToken", "MaxResults"));
    assertThat(EC2.operation("DeleteVpc").orElseThrow().output()).isFalse();
    assertThat(EC2.operation("DescribeEverything")).isEmpty();
  }

  @Test
  void noAnswerOfTheSdkMakesUpAMember() throws ReflectiveOperationException {
    // ResponseWriter reads fields by getValueOrDefault, which is safe as long as this holds.
    for (String name : EC2.operations()) {
      if (!NEWER_THAN_THE_SDK.contains(name)) {
        Class<?> type =
            Class.forName("software.amazon.awssdk.services.ec2.model." + name + "Response");
        SdkPojo builder = (SdkPojo) type.getMethod("builder").invoke(null);
        assertThat(builder.sdkFields())
            .as(name)
            .noneMatch(f -> f.containsTrait(DefaultValueTrait.class));
      }
    }
  }

  @Test
  void servicesAreKnownByTheirScopeAndTheirTarget() {
    assertThat(Service.byScope("s3").map(Service::protocol)).contains(Protocol.REST_XML);
    assertThat(Service.byScope("nonesuch")).isEmpty();
    assertThat(Service.byTarget("DynamoDB_20120810.ListTables").map(Service::name))
        .contains("DynamoDB");
    assertThat(Service.byTarget("DynamoDBStreams_20120810.ListStreams").map(Service::name))
        .contains("Amazon DynamoDB Streams");
  }
}
