package io.cloister.control.action.vpc;

import io.cloister.control.action.Cloud;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.Subnet;

/** An account that has deleted its default VPC. */
final class Emptied {
  private Emptied() {}

  static Cloud of(Cloud cloud) {
    String vpc =
        Parts.defaultVpc(cloud.network(), cloud.caller().scope()).orElseThrow().id().value();
    for (Subnet subnet : cloud.network().subnets()) {
      if (subnet.vpc().value().equals(vpc)) {
        cloud.call(
            new DeleteSubnet(),
            software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest.builder()
                .subnetId(subnet.id().value())
                .build());
      }
    }
    Parts.gateway(cloud.network(), new io.cloister.model.id.VpcId(vpc))
        .ifPresent(g -> cloud.apply(new Change.Remove(g.id())));
    cloud.call(
        new DeleteVpc(),
        software.amazon.awssdk.services.ec2.model.DeleteVpcRequest.builder().vpcId(vpc).build());
    return cloud;
  }
}
