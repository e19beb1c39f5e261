package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloister.dataplane.DataPlane;
import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What the data plane does not carry is refused, not answered as if it worked. */
class CarriedTest {
  /** Another data plane that carries just this. */
  private record Only(DataPlane inner, Set<Feature> carries) implements DataPlane {
    @Override
    public CompletionStage<?> changed(Network before, Network after) {
      return inner.changed(before, after);
    }

    @Override
    public byte[] console(InstanceId instance) {
      return inner.console(instance);
    }

    @Override
    public Health health() {
      return inner.health();
    }

    @Override
    public List<Drop> drops() {
      return inner.drops();
    }

    @Override
    public void remove() {
      inner.remove();
    }

    @Override
    public void leave() {
      inner.leave();
    }
  }

  private static Cloister carrying(Set<Feature> features) throws StartException {
    return start(Options.ephemeral(0), features);
  }

  private static Cloister start(Options options, Set<Feature> features) throws StartException {
    return Cloister.start(options, setup -> new Only(new NoPackets(setup.report()), features));
  }

  @Test
  void aPeeringNeedsADataPlaneThatCarriesIt() throws StartException {
    try (Cloister server = carrying(Set.of());
        Ec2Client ec2 = Clients.ec2(server.uri(), "111122223333")) {
      String one = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
      String other = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
      Ec2Exception refused =
          catchThrowableOfType(
              Ec2Exception.class,
              () -> ec2.createVpcPeeringConnection(r -> r.vpcId(one).peerVpcId(other)));
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("UnsupportedOperation");
      assertThat(refused.getMessage()).contains("VPC peering", "--no-packets");
      assertThat(ec2.describeVpcPeeringConnections().vpcPeeringConnections()).isEmpty();
    }
    try (Cloister server = carrying(Set.of(Feature.PEERING));
        Ec2Client ec2 = Clients.ec2(server.uri(), "111122223333")) {
      String one = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
      String other = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
      ec2.createVpcPeeringConnection(r -> r.vpcId(one).peerVpcId(other));
      assertThat(ec2.describeVpcPeeringConnections().vpcPeeringConnections()).hasSize(1);
    }
  }

  @Test
  void aStateWithWhatIsNotCarriedIsNotServed(@TempDir Path state) throws StartException {
    Options options = Options.kept(0, state);
    String peering;
    try (Cloister server = Cloister.start(options.withoutPackets());
        Ec2Client ec2 = Clients.ec2(server.uri(), "111122223333")) {
      String one = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
      String other = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
      peering =
          ec2.createVpcPeeringConnection(r -> r.vpcId(one).peerVpcId(other))
              .vpcPeeringConnection()
              .vpcPeeringConnectionId();
    }
    assertThatThrownBy(() -> start(options, Set.of()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("VPC peering connections")
        .hasMessageContaining("--no-packets");
    start(options, Set.of(Feature.PEERING)).close();
    try (Cloister server = Cloister.start(options.withoutPackets());
        Ec2Client ec2 = Clients.ec2(server.uri(), "111122223333")) {
      ec2.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(peering));
    }
    start(options, Set.of()).close();
  }
}
