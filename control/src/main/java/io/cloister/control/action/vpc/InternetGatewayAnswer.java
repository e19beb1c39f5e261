package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

/** Internet gateways as EC2 answers them. */
final class InternetGatewayAnswer {
  private InternetGatewayAnswer() {}

  static software.amazon.awssdk.services.ec2.model.InternetGateway of(
      Network network, InternetGateway gateway) {
    return software.amazon.awssdk.services.ec2.model.InternetGateway.builder()
        .internetGatewayId(gateway.id().value())
        .ownerId(gateway.scope().account())
        .attachments(
            gateway.vpc().stream()
                .map(v ->
                    InternetGatewayAttachment.builder().vpcId(v.value()).state("available").build())
                .toList())
        .tags(Tagging.of(network, gateway.id()))
        .build();
  }
}
