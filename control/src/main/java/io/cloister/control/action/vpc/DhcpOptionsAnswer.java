package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.DhcpOptions;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DhcpConfiguration;

/** Sets of DHCP options as EC2 answers them. */
final class DhcpOptionsAnswer {
  private DhcpOptionsAnswer() {}

  static software.amazon.awssdk.services.ec2.model.DhcpOptions of(
      Network network, DhcpOptions options) {
    return software.amazon.awssdk.services.ec2.model.DhcpOptions.builder()
        .dhcpOptionsId(options.id().value())
        .ownerId(options.scope().account())
        .dhcpConfigurations(options.options().stream().map(DhcpOptionsAnswer::of).toList())
        .tags(Tagging.of(network, options.id()))
        .build();
  }

  private static DhcpConfiguration of(DhcpOptions.Option option) {
    return DhcpConfiguration.builder()
        .key(option.key())
        .values(
            option.values().stream().map(v -> AttributeValue.builder().value(v).build()).toList())
        .build();
  }
}
