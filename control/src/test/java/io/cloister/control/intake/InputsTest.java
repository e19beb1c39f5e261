package io.cloister.control.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.intake.report.Intake;
import io.cloister.control.intake.report.Problem;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  private static final String BATFISH =
      "dumps/batfish__batfish/projects/batfish/src/test/resources/org/batfish/representation/aws/";

  @TempDir Path folder;

  @Test
  void everyFileOfRealDumpsGoesIn() throws IOException {
    Path root = Given.at("dumps");
    int networks = 0;
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".json")).toList()) {
        try {
          networks += Inputs.read(file).count() > 0 ? 1 : 0;
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("holds no network in a form that is known");
        }
      }
    }
    assertThat(networks).isGreaterThan(50);
  }

  @Test
  void aWholeFolderIsOneNetwork() throws IOException {
    Intake intake = Inputs.read(Given.at(BATFISH + "test-nat-gateway/aws_configs"));
    Network network = intake.network();
    Vpc vpc = network.vpcs().require(new VpcId("vpc-0008a7b45e3ddf1dd"));
    assertThat(vpc.scope().account()).isEqualTo("554773406868");
    assertThat(vpc.scope().region()).isEqualTo("us-east-2");
    assertThat(network.subnets().size()).isEqualTo(3);
    assertThat(network.instances().values().map(Instance::state))
        .allMatch(s -> s == Instance.State.RUNNING);
    Subnet open = network.subnets().require(new SubnetId("subnet-0428892a357fa1f94"));
    RouteTable table = network.routeTableOf(open);
    assertThat(table.routes())
        .anyMatch(r ->
            r.destination().equals(Prefix.ALL_IPV4)
                && r.target() instanceof RouteTarget.ToInternetGateway);
    assertThat(network.origin(table.id()).orElseThrow()).endsWith("RouteTables.json:3");
  }

  @Test
  void hiddenIdsAndMissingTablesAreTold() throws IOException {
    Intake intake =
        Inputs.read(
            Given.at(
                "dumps/np-guard__vpc-network-config-analyzer/pkg/awsvpc/examples/input/input_aws_acl_1.json"));
    assertThat(intake.network().vpcs().size()).isEqualTo(2);
    assertThat(intake.network().vpcs().values().map(v -> v.scope().region()))
        .containsOnly("eu-north-1");
    assertThat(intake.network().instances().size()).isEqualTo(6);
    assertThat(intake.network().interfaces().size()).isEqualTo(6);
    assertThat(intake.problems())
        .extracting(Problem::what)
        .anyMatch(w -> w.contains("is not an id of AWS"))
        .anyMatch(w -> w.contains("the main route table") && w.contains("a default route to igw-"));
  }

  @Test
  void whatIsNotDescribedIsInferredAndTold() throws IOException {
    Intake intake =
        read(
            """
            {"Subnets": [{"SubnetId": "subnet-00000001", "VpcId": "vpc-00000001",
              "AvailabilityZone": "eu-west-1b", "CidrBlock": "10.7.1.0/24"}],
             "RouteTables": [{"RouteTableId": "rtb-00000001", "VpcId": "vpc-00000001", "Routes": [
              {"DestinationCidrBlock": "10.7.0.0/16", "GatewayId": "local"},
              {"DestinationCidrBlock": "0.0.0.0/0", "LocalGatewayId": "lgw-00000001"}],
              "Associations": [{"Main": true}]}],
             "Buckets": [{"Name": "mine"}], "VpnGateways": [{"VpnGatewayId": "vgw-00000001"}]}
            """);
    Vpc vpc = intake.network().vpcs().require(new VpcId("vpc-00000001"));
    assertThat(vpc.primary()).isEqualTo(Prefix.of("10.7.0.0/16"));
    assertThat(vpc.scope().region()).isEqualTo("eu-west-1");
    assertThat(intake.skipped()).containsEntry("Buckets", 1);
    assertThat(intake.known()).containsEntry("VpnGateways", 1);
    assertThat(intake.problems())
        .extracting(Problem::what)
        .anyMatch(w -> w.contains("vpc-00000001 is not in this dump"))
        .anyMatch(w -> w.contains("lgw-00000001 is not modelled"));
    RouteTable table =
        intake
            .network()
            .routeTableOf(intake.network().subnets().require(new SubnetId("subnet-00000001")));
    // The route still wins over others; what it leads to isn't there.
    RouteTarget target = table.routes().get(1).target();
    NetworkInterfaceId nowhere = ((RouteTarget.ToInterface) target).id();
    assertThat(intake.network().interfaces().has(nowhere)).isFalse();
    assertThat(intake.network().origin(nowhere).orElseThrow()).contains("lgw-00000001");
  }

  @Test
  void brokenElementsCostOnlyThemselves() throws IOException {
    Intake intake =
        read(
            """
            {"Vpcs": [{"VpcId": "vpc-00000001", "CidrBlock": "10.0.0.0/16"},
                      {"VpcId": "vpc-00000002", "CidrBlock": "10.0.0.0/99"},
                      {"CidrBlock": "10.0.0.0/16"}, 7, null, [], "text"],
             "Subnets": [{"SubnetId": {}, "VpcId": []}],
             "SecurityGroups": [{"GroupId": "sg-00000001", "VpcId": "vpc-00000001", "IpPermissions": [
               {"IpProtocol": "tcp", "FromPort": 9, "ToPort": 1, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
               {"IpProtocol": "what", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}]}
            """);
    assertThat(intake.network().vpcs().size()).isEqualTo(1);
    assertThat(intake.network().securityGroups().values().toList().getFirst().rules()).isEmpty();
    assertThat(intake.problems()).hasSizeGreaterThan(6);
  }

  @Test
  void answersBehindEachOtherAndListsOutOfOneAreTaken() throws IOException {
    assertThat(
            read("""
            {"Vpcs": [{"VpcId": "vpc-00000001", "CidrBlock": "10.0.0.0/16"}]}
            {"VpcId": "vpc-00000001", "EnableDnsHostnames": {"Value": true}}
            """)
                .network()
                .vpcs()
                .require(new VpcId("vpc-00000001"))
                .dnsHostnames())
        .isTrue();
    assertThat(
            read("""
            [{"VpcId": "vpc-00000001", "CidrBlock": "10.0.0.0/16"}]
            """)
                .network()
                .vpcs()
                .size())
        .isEqualTo(1);
  }

  @Test
  void whatIsNoNetworkIsRefusedWithAReason() {
    for (String text : List.of("", "{", "just words", "[1, 2]", "{\"a\": {\"b\": []}}")) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> read(text)))
          .as("read %s", text)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("holds no network in a form that is known");
    }
  }

  private Intake read(String text) throws IOException {
    Path file = Files.write(folder.resolve("all.json"), text.getBytes(StandardCharsets.UTF_8));
    return Inputs.read(file);
  }
}
