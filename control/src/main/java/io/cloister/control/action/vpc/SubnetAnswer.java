package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Tagging;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.Subnet;
import software.amazon.awssdk.services.ec2.model.IpSource;
import software.amazon.awssdk.services.ec2.model.Ipv6AddressAttribute;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.SubnetState;

/** Subnets as EC2 answers them. */
final class SubnetAnswer {
  private SubnetAnswer() {}

  static software.amazon.awssdk.services.ec2.model.Subnet of(Network network, Subnet subnet) {
    return software.amazon.awssdk.services.ec2.model.Subnet.builder()
        .subnetId(subnet.id().value())
        .subnetArn(arn(subnet))
        .ownerId(subnet.scope().account())
        .vpcId(subnet.vpc().value())
        .state(SubnetState.AVAILABLE)
        .cidrBlock(subnet.cidr().toString())
        .availableIpAddressCount(Addresses.free(network, subnet))
        .availabilityZone(subnet.zone())
        .availabilityZoneId(zoneId(subnet))
        .defaultForAz(subnet.defaultForAz())
        .mapPublicIpOnLaunch(subnet.settings().mapPublicIp())
        .mapCustomerOwnedIpOnLaunch(false)
        .assignIpv6AddressOnCreation(subnet.settings().assignIpv6())
        .enableDns64(subnet.settings().dns64())
        .ipv6Native(false)
        .privateDnsNameOptionsOnLaunch(o ->
            o.hostnameType(subnet.settings().hostnameType())
                .enableResourceNameDnsARecord(subnet.settings().nameRecordsA())
                .enableResourceNameDnsAAAARecord(subnet.settings().nameRecordsAaaa()))
        .ipv6CidrBlockAssociationSet(
            subnet.ipv6().stream().map(b -> ipv6(b, SubnetCidrBlockStateCode.ASSOCIATED)).toList())
        .blockPublicAccessStates(VpcAnswer.notBlocked())
        .tags(Tagging.of(network, subnet.id()))
        .build();
  }

  /** An IPv6 block in some state. */
  static SubnetIpv6CidrBlockAssociation ipv6(
      Subnet.Ipv6Block block, SubnetCidrBlockStateCode state) {
    return SubnetIpv6CidrBlockAssociation.builder()
        .associationId(block.id().value())
        .ipv6CidrBlock(block.cidr().toString())
        .ipv6CidrBlockState(s -> s.state(state))
        .ipv6AddressAttribute(Ipv6AddressAttribute.PUBLIC)
        .ipSource(IpSource.AMAZON)
        .build();
  }

  static String arn(Subnet subnet) {
    Scope scope = subnet.scope();
    return "arn:%s:ec2:%s:%s:subnet/%s"
        .formatted(scope.partition(), scope.region(), scope.account(), subnet.id());
  }

  /** The id of its zone, such as {@code use1-az1}. */
  static String zoneId(Subnet subnet) {
    return Regions.get(subnet.scope().region()).zone(subnet.zone()).map(Zone::id).orElse("");
  }
}
