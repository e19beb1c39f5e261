package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Vpc;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;

/** Tells one attribute of a VPC. */
public record DescribeVpcAttribute()
    implements Action<DescribeVpcAttributeRequest, DescribeVpcAttributeResponse> {
  @Override
  public Class<DescribeVpcAttributeRequest> request() {
    return DescribeVpcAttributeRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcId", "Attribute");
  }

  @Override
  public Decision<DescribeVpcAttributeResponse> decide(
      Network network, Caller caller, DescribeVpcAttributeRequest request, Draw draw) {
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    DescribeVpcAttributeResponse.Builder answer =
        DescribeVpcAttributeResponse.builder().vpcId(vpc.id().value());
    String attribute = String.valueOf(request.attributeAsString());
    switch (attribute) {
      case "enableDnsSupport" -> answer.enableDnsSupport(is(vpc.dnsSupport()));
      case "enableDnsHostnames" -> answer.enableDnsHostnames(is(vpc.dnsHostnames()));
      case "enableNetworkAddressUsageMetrics" ->
          answer.enableNetworkAddressUsageMetrics(is(vpc.metrics()));
      default ->
          throw new AwsException(
              "InvalidParameterValue",
              "Value (%s) for parameter attribute is invalid. Unknown attribute."
                  .formatted(attribute));
    }
    return Decision.answer(answer.build());
  }

  private static AttributeBooleanValue is(boolean value) {
    return AttributeBooleanValue.builder().value(value).build();
  }
}
