package io.cloister.control.action.vpc;

import io.cloister.control.action.Cloud;
import io.cloister.control.action.support.PublicPools;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockRequest;
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
}
