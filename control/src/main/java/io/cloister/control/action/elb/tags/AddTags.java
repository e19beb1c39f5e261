package io.cloister.control.action.elb.tags;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbTags;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;

/** Adds tags, and replaces the values of those that are there. */
public record AddTags() implements Action<AddTagsRequest, AddTagsResponse> {
  @Override
  public Class<AddTagsRequest> request() {
    return AddTagsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ResourceArns", "Tags");
  }

  @Override
  public Decision<AddTagsResponse> decide(
      Network network, Caller caller, AddTagsRequest request, Draw draw) {

    SortedMap<String, String> given = ElbTags.given(request.tags());
    List<Change> changes = new ArrayList<>();
    for (String arn : request.resourceArns()) {
      ResourceId id = Tagged.find(network, caller, arn);
      SortedMap<String, String> tags = new TreeMap<>(network.tags(id));
      tags.putAll(given);
      ElbTags.limit(tags);
      changes.add(new Change.Tag(id, tags));
    }
    return new Decision<>(changes, AddTagsResponse.builder().build());
  }
}
