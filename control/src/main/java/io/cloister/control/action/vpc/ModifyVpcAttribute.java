package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Vpc;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeResponse;

/** Changes one attribute of a VPC. */
public record ModifyVpcAttribute()
    implements Action<ModifyVpcAttributeRequest, ModifyVpcAttributeResponse> {
  @Override
  public Class<ModifyVpcAttributeRequest> request() {
    return ModifyVpcAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "VpcId", "EnableDnsSupport", "EnableDnsHostnames", "EnableNetworkAddressUsageMetrics");
  }

  @Override
  public Decision<ModifyVpcAttributeResponse> decide(
      Network network, Caller caller, ModifyVpcAttributeRequest request, Draw draw) {
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    Attributes.exactlyOne(
        request.enableDnsSupport(),
        request.enableDnsHostnames(),
        request.enableNetworkAddressUsageMetrics());
    boolean support =
        Attributes.value("enableDnsSupport", request.enableDnsSupport(), vpc.dnsSupport());
    boolean hostnames =
        Attributes.value("enableDnsHostnames", request.enableDnsHostnames(), vpc.dnsHostnames());
    if (request.enableDnsHostnames() != null && hostnames && !support) {
      throw new AwsException(
          "InvalidParameterCombination",
          "DNS hostnames of %s can be enabled only when DNS support is: set enableDnsSupport first"
              .formatted(vpc.id()));
    }
    boolean metrics =
        Attributes.value(
            "enableNetworkAddressUsageMetrics",
            request.enableNetworkAddressUsageMetrics(),
            vpc.metrics());
    return Decision.of(
        ModifyVpcAttributeResponse.builder().build(),
        new Change.Put(vpc.withAttributes(support, hostnames, metrics)));
  }
}
