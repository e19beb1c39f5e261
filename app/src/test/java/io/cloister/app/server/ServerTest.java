package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Quota;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The whole server without packets, asked over HTTP by the SDK. */
class ServerTest {
  private static final String ONE = "111122223333";
  private static final String OTHER = "444455556666";

  private static Cloister ephemeral() throws StartException {
    return start(Options.ephemeral(0));
  }

  private static Cloister start(Options options) throws StartException {
    return Cloister.start(options.withoutPackets());
  }

  @Test
  void everyAccountFindsItsDefaultVpcAndNoneSeesAnothers() throws StartException {
    try (Cloister server = ephemeral();
        Ec2Client one = Clients.ec2(server.uri(), ONE);
        Ec2Client other = Clients.ec2(server.uri(), OTHER)) {
      Vpc first = one.describeVpcs().vpcs().getFirst();
      assertThat(first.isDefault()).isTrue();
      assertThat(first.cidrBlock()).isEqualTo("172.31.0.0/16");
      assertThat(one.describeSubnets().subnets()).hasSizeGreaterThanOrEqualTo(3);
      Vpc second = other.describeVpcs().vpcs().getFirst();
      assertThat(second.vpcId()).isNotEqualTo(first.vpcId());

      String made = one.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
      assertThat(one.describeVpcs().vpcs()).hasSize(2);
      assertThat(other.describeVpcs().vpcs()).hasSize(1);
      assertThat(code(() -> other.describeVpcs(r -> r.vpcIds(made))))
          .isEqualTo("InvalidVpcID.NotFound");
      assertThat(code(() -> other.deleteVpc(r -> r.vpcId(made))))
          .isEqualTo("InvalidVpcID.NotFound");
    }
  }

  @Test
  void whatWasAnsweredIsThereAfterARestart(@TempDir Path state) throws StartException {
    Options options = Options.kept(0, state);
    List<Vpc> before;
    String token = "the-same-token";
    String id;
    try (Cloister server = start(options);
        Ec2Client ec2 = Clients.ec2(server.uri(), ONE)) {
      ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
      id =
          ec2.createRouteTable(
                  r -> r.vpcId(ec2.describeVpcs().vpcs().getFirst().vpcId()).clientToken(token))
              .routeTable()
              .routeTableId();
      before = ec2.describeVpcs().vpcs();
    }
    try (Cloister server = start(options);
        Ec2Client ec2 = Clients.ec2(server.uri(), ONE)) {
      assertThat(ec2.describeVpcs().vpcs()).isEqualTo(before).hasSize(2);
      String vpc =
          ec2.describeRouteTables(r -> r.routeTableIds(id)).routeTables().getFirst().vpcId();
      assertThat(
              ec2.createRouteTable(r -> r.vpcId(vpc).clientToken(token))
                  .routeTable()
                  .routeTableId())
          .as("the same token, so the same answer")
          .isEqualTo(id);
      String another = ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
      assertThat(code(() -> ec2.createRouteTable(r -> r.vpcId(another).clientToken(token))))
          .isEqualTo("IdempotentParameterMismatch");
    }
  }

  @Test
  void aDryRunChangesNothing() throws StartException {
    try (Cloister server = ephemeral();
        Ec2Client ec2 = Clients.ec2(server.uri(), ONE)) {
      assertThat(code(() -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true))))
          .isEqualTo("DryRunOperation");
      assertThat(code(() -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/8").dryRun(true))))
          .isEqualTo("InvalidVpc.Range");
      assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
    }
  }

  @Test
  void quotasAreAwssUnlessAnOptionRaisesThem() throws StartException {
    Options more = Options.ephemeral(0).withQuotas(Map.of(Quota.VPCS_PER_REGION, 6));
    try (Cloister server = start(more);
        Ec2Client ec2 = Clients.ec2(server.uri(), ONE)) {
      for (int i = 0; i < 5; i++) {
        String cidr = "10." + i + ".0.0/16";
        ec2.createVpc(r -> r.cidrBlock(cidr));
      }
      assertThat(code(() -> ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16"))))
          .isEqualTo("VpcLimitExceeded");
      assertThat(ec2.describeVpcs().vpcs()).hasSize(6);
    }
  }

  @Test
  void aRaisedQuotaHoldsForAccountsThatAreThereAlready(@TempDir Path state) throws StartException {
    Options options = Options.kept(0, state);
    try (Cloister server = start(options);
        Ec2Client ec2 = Clients.ec2(server.uri(), ONE)) {
      ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
    }
    try (Cloister server = start(options.withQuotas(Map.of(Quota.VPCS_PER_REGION, 2)));
        Ec2Client ec2 = Clients.ec2(server.uri(), ONE)) {
      assertThat(code(() -> ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16"))))
          .isEqualTo("VpcLimitExceeded");
    }
  }

  @Test
  void inProcessItIsTheSame() throws StartException {
    try (Cloister server = ephemeral();
        Ec2Client http = Clients.ec2(server.uri(), ONE);
        Ec2Client inside = server.ec2(new Caller(ONE, "aws", "eu-central-1"))) {
      inside.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
      assertThat(inside.describeVpcs().vpcs()).isEqualTo(http.describeVpcs().vpcs()).hasSize(2);
    }
  }

  @Test
  void aSecondServerIsToldWhatIsTaken(@TempDir Path state) throws StartException {
    try (Cloister server = start(Options.kept(0, state))) {
      int port = server.uri().getPort();
      assertThatThrownBy(() -> start(Options.ephemeral(port)))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("127.0.0.1:" + port)
          .hasMessageContaining("--port");
      assertThatThrownBy(() -> start(Options.kept(0, state)))
          .isInstanceOf(StartException.class)
          .hasMessageContaining(state.toString())
          .hasMessageContaining("--state");
    }
    start(Options.kept(0, state)).close();
  }

  @Test
  void aMachineThatCarriesNoPacketsIsAReasonNotToStart() throws StartException {
    int port;
    try (Cloister server = ephemeral()) {
      port = server.uri().getPort();
    }
    assertThatThrownBy(() ->
            Cloister.start(
                Options.ephemeral(port),
                _ -> {
                  throw new IOException("no nftables here: install nftables");
                }))
        .isInstanceOf(StartException.class)
        .hasMessage("no nftables here: install nftables");
    start(Options.ephemeral(port)).close();
  }

  static String code(Runnable call) {
    Ec2Exception refused = catchThrowableOfType(Ec2Exception.class, call::run);
    assertThat(refused).as("an error of the API").isNotNull();
    return refused.awsErrorDetails().errorCode();
  }
}
