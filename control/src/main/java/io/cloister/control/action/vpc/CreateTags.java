package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;

/** Sets tags of resources and leaves their other tags alone. */
public record CreateTags() implements Action<CreateTagsRequest, CreateTagsResponse> {
  @Override
  public Class<CreateTagsRequest> request() {
    return CreateTagsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("Resources", "Tags");
  }

  @Override
  public Decision<CreateTagsResponse> decide(
      Network network, Caller caller, CreateTagsRequest request, Draw draw) {
    if (request.tags().isEmpty()) {
      throw new AwsException("MissingParameter", "The request must contain the parameter tagSet");
    }
    SortedMap<String, String> given = Tagging.checked(request.tags());
    List<Change> changes = new ArrayList<>();
    for (ResourceId id : TagRequests.resources(network, caller, request.resources())) {
      SortedMap<String, String> tags = new TreeMap<>(network.tags(id));
      tags.putAll(given);
      Tagging.limit(tags);
      changes.add(new Change.Tag(id, tags));
    }
    return new Decision<>(changes, CreateTagsResponse.builder().build());
  }
}
