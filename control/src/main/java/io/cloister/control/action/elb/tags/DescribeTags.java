package io.cloister.control.action.elb.tags;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbTags;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** The tags of up to 20 resources. */
public record DescribeTags() implements Action<DescribeTagsRequest, DescribeTagsResponse> {
  @Override
  public Class<DescribeTagsRequest> request() {
    return DescribeTagsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ResourceArns");
  }

  @Override
  public Decision<DescribeTagsResponse> decide(
      Network network, Caller caller, DescribeTagsRequest request, Draw draw) {

    if (request.resourceArns().size() > 20) {
      throw new AwsException("ValidationError", "Up to 20 resources can be described in one call");
    }
    return Decision.answer(
        DescribeTagsResponse.builder()
            .tagDescriptions(
                request.resourceArns().stream()
                    .map(arn ->
                        TagDescription.builder()
                            .resourceArn(arn)
                            .tags(ElbTags.sdk(network.tags(Tagged.find(network, caller, arn))))
                            .build())
                    .toList())
            .build());
  }
}
