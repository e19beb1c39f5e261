package io.cloister.app.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.app.wire.model.ServiceModel;
import io.cloister.control.action.AwsException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.ec2.model.CreateFleetRequest;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class RequestReaderTest {
  private static SdkRequest read(ServiceModel model, Dialect dialect, String action, String body) {
    String service = dialect == Dialect.EC2 ? "ec2" : "sts";
    return new RequestReader(model, dialect)
        .read(
            model.operation(action).orElseThrow(),
            new Requests(service).find(action).orElseThrow().newBuilder(),
            Form.parse("", body.getBytes(StandardCharsets.UTF_8)).parameters());
  }

  private static SdkRequest ec2(String action, String body) {
    return read(ServiceModel.ec2(), Dialect.EC2, action, body);
  }

  @Test
  void gapsInListsAreClosedAndOrderIsThatOfTheNumbers() {
    assertThat(ec2("DescribeVpcs", "VpcId.1000000000=c&VpcId.10=b&VpcId.9=a"))
        .isEqualTo(DescribeVpcsRequest.builder().vpcIds("a", "b", "c").build());
  }

  @Test
  void structuresAndListsNest() {
    assertThat(ec2("DescribeVpcs", "Filter.1.Name=state&Filter.1.Value.2=b&Filter.1.Value.1="))
        .isEqualTo(
            DescribeVpcsRequest.builder()
                .filters(Filter.builder().name("state").values("", "b").build())
                .build());
  }

  @Test
  void anEmptyValueAtAListIsAnEmptyList() {
    assertThat(((DescribeVpcsRequest) ec2("DescribeVpcs", "VpcId=")).hasVpcIds()).isTrue();
    assertThat(((DescribeVpcsRequest) ec2("DescribeVpcs", "")).hasVpcIds()).isFalse();
  }

  @Test
  void noIdempotencyTokenIsMadeUp() {
    CreateNatGatewayRequest request =
        (CreateNatGatewayRequest) ec2("CreateNatGateway", "SubnetId=subnet-1");
    assertThat(request.clientToken()).isNull();
  }

  @Test
  void timestampsComeInSeveralForms() {
    String rest =
        "&LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version=1"
            + "&TargetCapacitySpecification.TotalTargetCapacity=1";
    for (String time : new String[] {"2026-01-31", "2026-01-31T01:00:00%2B01:00"}) {
      assertThat(((CreateFleetRequest) ec2("CreateFleet", "ValidFrom=" + time + rest)).validFrom())
          .isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    }
  }

  @Test
  void theQueryProtocolSaysMember() {
    String body =
        "RoleArn=arn:aws:iam::123456789012:role/r&RoleSessionName=session&Tags.member.1.Key=k";
    AssumeRoleRequest request =
        (AssumeRoleRequest)
            read(ServiceModel.sts(), Dialect.QUERY, "AssumeRole", body + "&Tags.member.1.Value=v");
    assertThat(request.tags().getFirst().value()).isEqualTo("v");
    assertThatThrownBy(
            () -> read(ServiceModel.sts(), Dialect.QUERY, "AssumeRole", body + "&Tags.1.Key=k"))
        .hasMessage("The parameter Tags.1.Key is not recognized");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DescribeVpcs | Foo=1 | UnknownParameter | The parameter Foo is not",
        "DescribeVpcs | vpcId.1=1 | UnknownParameter | The parameter vpcId.1 is not",
        "DescribeVpcs | VpcId.1.x=1 | UnknownParameter | The parameter VpcId.1.x is not",
        "DescribeVpcs | VpcId.0=1 | UnknownParameter | The parameter VpcId.0 is not",
        "DescribeVpcs | VpcId.01=1 | UnknownParameter | The parameter VpcId.01 is not",
        "DescribeVpcs | VpcId.x=1 | UnknownParameter | The parameter VpcId.x is not",
        "DescribeVpcs | VpcId.99999999999=1 | UnknownParameter | The parameter VpcId.999",
        "DescribeVpcs | VpcId.member.1=1 | UnknownParameter | The parameter VpcId.member.1 is",
        "DescribeVpcs | Filter.1.Nam=a | UnknownParameter | The parameter Filter.1.Nam is",
        "DescribeVpcs | VpcId=vpc-1 | InvalidParameterValue | Value (vpc-1) for parameter VpcId",
        "DescribeVpcs | Filter.1=a | InvalidParameterValue | Value (a) for parameter Filter.1",
        "DescribeVpcs | DryRun=maybe | InvalidParameterValue | Value (maybe) for parameter DryRun",
        "DescribeVpcs | MaxResults=four | InvalidParameterValue | Value (four) for parameter",
        "DescribeVpcs | MaxResults=4 | InvalidParameterValue | Value (4) for parameter MaxResults",
        "DescribeVpcs | MaxResults=1001 | InvalidParameterValue | Value (1001) for parameter",
        "DescribeVpcs | MaxResults= | InvalidParameterValue | Value () for parameter MaxResults",
        "DescribeVpcs | MaxResults=99999999999 | InvalidParameterValue | Value (99999999999)",
        "DeleteVpc | A | UnknownParameter | The parameter A is not",
        "DeleteVpc | '' | MissingParameter | The request must contain the parameter VpcId",
        "CreateVpc | InstanceTenancy=Default | InvalidParameterValue | Value (Default) for",
        "ImportKeyPair | KeyName=k&PublicKeyMaterial=! | InvalidParameterValue | Value (!) for",
        "DescribeSpotPriceHistory | StartTime=x | InvalidParameterValue | Value (x) for parameter",
      })
  void refusalsNameTheParameterAsItWasSent(
      String action, String body, String code, String message) {
    assertThatThrownBy(() -> ec2(action, body))
        .isInstanceOfSatisfying(
            AwsException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.text()).startsWith(message);
            });
  }

  @Test
  void whatIsMissingInsideAStructureIsNamedWithItsPath() {
    assertThatThrownBy(() ->
            ec2(
                "CreateFleet",
                "TargetCapacitySpecification.OnDemandTargetCapacity=1"
                    + "&LaunchTemplateConfigs.1.Overrides.1.SubnetId=s"))
        .hasMessage(
            "The request must contain the parameter"
                + " TargetCapacitySpecification.TotalTargetCapacity");
  }
}
