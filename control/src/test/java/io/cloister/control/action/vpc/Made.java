package io.cloister.control.action.vpc;

import io.cloister.control.action.Cloud;
import io.cloister.control.action.support.PublicPools;
import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The skeletons of the scenarios, made by the actions themselves. */
final class Made {
  static final CreateVpc CREATE_VPC = new CreateVpc(PublicPools.USUAL);
  static final AssociateVpcCidrBlock ASSOCIATE_VPC = new AssociateVpcCidrBlock(PublicPools.USUAL);

  private Made() {}

  static Vpc vpc(Cloud cloud, String cidr) {
    return cloud.call(CREATE_VPC, CreateVpcRequest.builder().cidrBlock(cidr).build()).vpc();
  }

  static Vpc dualStack(Cloud cloud, String cidr) {
    return cloud
        .call(
            CREATE_VPC,
            CreateVpcRequest.builder().cidrBlock(cidr).amazonProvidedIpv6CidrBlock(true).build())
        .vpc();
  }

  static void secondary(Cloud cloud, String vpc, String cidr) {
    cloud.call(
        ASSOCIATE_VPC, AssociateVpcCidrBlockRequest.builder().vpcId(vpc).cidrBlock(cidr).build());
  }

  static Subnet subnet(Cloud cloud, String vpc, String cidr) {
    return cloud
        .call(new CreateSubnet(), CreateSubnetRequest.builder().vpcId(vpc).cidrBlock(cidr).build())
        .subnet();
  }

  static TagSpecification tags(String type, String key, String value) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(Tag.builder().key(key).value(value).build())
        .build();
  }

  static String gateway(Cloud cloud) {
    return cloud
        .call(new CreateInternetGateway(), CreateInternetGatewayRequest.builder().build())
        .internetGateway()
        .internetGatewayId();
  }

  static String gateway(Cloud cloud, String vpc) {
    String gateway = gateway(cloud);
    cloud.call(
        new AttachInternetGateway(),
        AttachInternetGatewayRequest.builder().internetGatewayId(gateway).vpcId(vpc).build());
    return gateway;
  }

  static String table(Cloud cloud, String vpc) {
    return cloud
        .call(new CreateRouteTable(), CreateRouteTableRequest.builder().vpcId(vpc).build())
        .routeTable()
        .routeTableId();
  }

  /** A running instance with one interface, as another room would make it. */
  static NetworkInterface instance(Cloud cloud, String subnetId, String id, String address) {
    io.cloister.model.vpc.Subnet subnet = cloud.network().subnets().require(new SubnetId(subnetId));
    InstanceId instance = new InstanceId("i-" + id);
    NetworkInterface eni =
        interfaceOf(cloud, subnetId, id, address)
            .withAttachment(
                Optional.of(
                    new NetworkInterface.Attachment(
                        new AttachmentId("eni-attach-" + id), instance, 0, true, Instant.EPOCH)));
    cloud.apply(
        new Change.Put(
            new Instance(
                instance,
                subnet.scope(),
                new ReservationId("r-" + id),
                0,
                subnet.vpc(),
                subnet.id(),
                "ami-12345678",
                "t3.micro",
                subnet.zone(),
                Optional.empty(),
                Optional.empty(),
                Instance.State.RUNNING,
                "",
                Instant.EPOCH,
                Map.of())),
        new Change.Put(eni));
    return eni;
  }

  /** An interface that is attached to nothing, as another room would make it. */
  static NetworkInterface interfaceOf(Cloud cloud, String subnetId, String id, String address) {
    io.cloister.model.vpc.Subnet subnet = cloud.network().subnets().require(new SubnetId(subnetId));
    NetworkInterface eni =
        new NetworkInterface(
            new NetworkInterfaceId("eni-" + id),
            subnet.scope(),
            subnet.id(),
            subnet.vpc(),
            subnet.zone(),
            "",
            MacAddress.local(1),
            List.of(new NetworkInterface.PrivateIpv4(IpAddress.of(address), Optional.empty())),
            List.of(),
            List.of(Parts.groups(cloud.network(), subnet.vpc()).getFirst().id()),
            true,
            Optional.empty(),
            "interface",
            Optional.empty());
    cloud.apply(new Change.Put(eni));
    return eni;
  }
}
