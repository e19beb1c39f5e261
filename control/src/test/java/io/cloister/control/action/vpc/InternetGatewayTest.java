package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Cloud;
import io.cloister.model.id.AllocationId;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.InternetGateway;

class InternetGatewayTest {
  private final Cloud cloud = Cloud.fresh();
  private final String vpc = Made.vpc(cloud, "10.0.0.0/16").vpcId();

  @Test
  void aGatewayIsMadeAttachedDetachedAndDeleted() {
    Network before = cloud.network();
    InternetGateway made =
        cloud
            .call(
                new CreateInternetGateway(),
                CreateInternetGatewayRequest.builder()
                    .tagSpecifications(Made.tags("internet-gateway", "a", "b"))
                    .build())
            .internetGateway();
    assertThat(made.attachments()).isEmpty();
    assertThat(made.tags()).hasSize(1);
    assertThat(made.ownerId()).isEqualTo("111122223333");
    cloud.call(new AttachInternetGateway(), attach(made.internetGatewayId(), vpc));
    assertThat(describe(made.internetGatewayId()).attachments())
        .extracting(a -> a.vpcId() + " " + a.stateAsString())
        .containsExactly(vpc + " available");
    assertThat(cloud.refusal(new DeleteInternetGateway(), delete(made.internetGatewayId())))
        .satisfies(e -> {
          assertThat(e.code()).isEqualTo("DependencyViolation");
          assertThat(e.text()).contains(vpc);
        });
    assertThat(cloud.code(new DeleteVpc(), DeleteVpcRequest.builder().vpcId(vpc).build()))
        .isEqualTo("DependencyViolation");
    cloud.call(new DetachInternetGateway(), detach(made.internetGatewayId(), vpc));
    cloud.call(new DeleteInternetGateway(), delete(made.internetGatewayId()));
    assertThat(cloud.network().asChanges()).isEqualTo(before.asChanges());
  }

  @Test
  void attachmentsAreOneToOne() {
    String gateway = Made.gateway(cloud, vpc);
    String other = Made.vpc(cloud, "10.0.0.0/16").vpcId();
    assertThat(cloud.code(new AttachInternetGateway(), attach(gateway, other)))
        .isEqualTo("Resource.AlreadyAssociated");
    assertThat(cloud.code(new AttachInternetGateway(), attach(gateway, vpc)))
        .isEqualTo("Resource.AlreadyAssociated");
    String second = Made.gateway(cloud);
    assertThat(cloud.refusal(new AttachInternetGateway(), attach(second, vpc)))
        .satisfies(e -> {
          assertThat(e.code()).isEqualTo("InvalidParameterValue");
          assertThat(e.text()).contains(gateway);
        });
    assertThat(cloud.code(new DetachInternetGateway(), detach(gateway, other)))
        .isEqualTo("Gateway.NotAttached");
    assertThat(cloud.code(new DetachInternetGateway(), detach(second, vpc)))
        .isEqualTo("Gateway.NotAttached");
  }

  @Test
  void idsThatAreNotThere() {
    assertThat(cloud.code(new AttachInternetGateway(), attach("igw-00000000", vpc)))
        .isEqualTo("InvalidInternetGatewayID.NotFound");
    assertThat(cloud.code(new AttachInternetGateway(), attach(vpc, vpc)))
        .isEqualTo("InvalidInternetGatewayId.Malformed");
    assertThat(cloud.code(new AttachInternetGateway(), attach(Made.gateway(cloud), "vpc-00000000")))
        .isEqualTo("InvalidVpcID.NotFound");
  }

  @Test
  void mappedPublicAddressesKeepAGateway() {
    String gateway = Made.gateway(cloud, vpc);
    String subnet = Made.subnet(cloud, vpc, "10.0.0.0/24").subnetId();
    NetworkInterface eni = Made.instance(cloud, subnet, "00000001", "10.0.0.4");
    IpAddress elastic = IpAddress.of("198.18.0.1");
    cloud.apply(
        new Change.Put(
            eni.withAddresses(
                List.of(new NetworkInterface.PrivateIpv4(eni.primary(), Optional.of(elastic))),
                List.of())));
    AwsException refused = cloud.refusal(new DetachInternetGateway(), detach(gateway, vpc));
    assertThat(refused.code()).isEqualTo("DependencyViolation");
    assertThat(refused.text()).contains(eni.id().value());
    ElasticIp ip =
        new ElasticIp(
            new AllocationId("eipalloc-00000001"),
            eni.scope(),
            elastic,
            "us-east-1",
            Optional.of(
                new ElasticIp.Association(
                    new EipAssociationId("eipassoc-00000001"), eni.id(), eni.primary())));
    cloud.apply(new Change.Put(eni), new Change.Put(ip));
    assertThat(cloud.code(new DetachInternetGateway(), detach(gateway, vpc)))
        .isEqualTo("DependencyViolation");
    cloud.apply(new Change.Put(ip.free()));
    cloud.call(new DetachInternetGateway(), detach(gateway, vpc));
  }

  @Test
  void theQuotaIsOfARegion() {
    for (int i = 0; i < 4; i++) {
      Made.gateway(cloud);
    }
    assertThat(
            cloud.code(new CreateInternetGateway(), CreateInternetGatewayRequest.builder().build()))
        .isEqualTo("InternetGatewayLimitExceeded");
  }

  private InternetGateway describe(String id) {
    return cloud
        .call(
            new DescribeInternetGateways(),
            DescribeInternetGatewaysRequest.builder().internetGatewayIds(id).build())
        .internetGateways()
        .getFirst();
  }

  private static AttachInternetGatewayRequest attach(String gateway, String vpc) {
    return AttachInternetGatewayRequest.builder().internetGatewayId(gateway).vpcId(vpc).build();
  }

  private static DetachInternetGatewayRequest detach(String gateway, String vpc) {
    return DetachInternetGatewayRequest.builder().internetGatewayId(gateway).vpcId(vpc).build();
  }

  private static DeleteInternetGatewayRequest delete(String gateway) {
    return DeleteInternetGatewayRequest.builder().internetGatewayId(gateway).build();
  }
}
