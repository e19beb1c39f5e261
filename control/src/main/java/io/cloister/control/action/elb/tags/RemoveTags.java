package io.cloister.control.action.elb.tags;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsResponse;

/** Takes tags away by their keys. */
public record RemoveTags() implements Action<RemoveTagsRequest, RemoveTagsResponse> {
  @Override
  public Class<RemoveTagsRequest> request() {
    return RemoveTagsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ResourceArns", "TagKeys");
  }

  @Override
  public Decision<RemoveTagsResponse> decide(
      Network network, Caller caller, RemoveTagsRequest request, Draw draw) {

    List<Change> changes = new ArrayList<>();
    for (String arn : request.resourceArns()) {
      ResourceId id = Tagged.find(network, caller, arn);
      SortedMap<String, String> tags = new TreeMap<>(network.tags(id));
      tags.keySet().removeAll(request.tagKeys());
      changes.add(new Change.Tag(id, tags));
    }
    return new Decision<>(changes, RemoveTagsResponse.builder().build());
  }
}
