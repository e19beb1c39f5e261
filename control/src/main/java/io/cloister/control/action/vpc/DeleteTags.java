package io.cloister.control.action.vpc;

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
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Removes tags of resources: those with a key and, where one is given, with that value; all of them
 * when no tag is given.
 */
public record DeleteTags() implements Action<DeleteTagsRequest, DeleteTagsResponse> {
  @Override
  public Class<DeleteTagsRequest> request() {
    return DeleteTagsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("Resources", "Tags");
  }

  @Override
  public Decision<DeleteTagsResponse> decide(
      Network network, Caller caller, DeleteTagsRequest request, Draw draw) {
    List<Change> changes = new ArrayList<>();
    for (ResourceId id : TagRequests.resources(network, caller, request.resources())) {
      SortedMap<String, String> tags = new TreeMap<>(network.tags(id));
      if (request.tags().isEmpty()) {
        tags.clear();
      }
      for (Tag tag : request.tags()) {
        if (tag.value() == null || tag.value().equals(tags.get(tag.key()))) {
          tags.remove(tag.key());
        }
      }
      if (!tags.equals(network.tags(id))) {
        changes.add(new Change.Tag(id, tags));
      }
    }
    return new Decision<>(changes, DeleteTagsResponse.builder().build());
  }
}
