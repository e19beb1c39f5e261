package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** Describes tags, each for itself. */
public record DescribeTags() implements Action<DescribeTagsRequest, DescribeTagsResponse> {
  private static final int LEAST = 5;
  private static final Filters<Item> FILTERS =
      Filters.<Item>ofTags(i -> new TreeMap<>(Map.of(i.key(), i.value())))
          .one("key", Item::key)
          .one("value", Item::value)
          .one("resource-id", Item::id)
          .one("resource-type", i -> Taggable.type(i.id()));

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
    return Set.of("Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeTagsResponse> decide(
      Network network, Caller caller, DescribeTagsRequest request, Draw draw) {
    Predicate<ResourceId> mine = Taggable.inScope(network, caller.scope());
    List<Item> all = new ArrayList<>();
    network
        .tags()
        .forEach((id, tags) -> {
          if (mine.test(id)) {
            tags.forEach((key, value) -> all.add(new Item(id, key, value)));
          }
        });
    List<Item> found =
        all.stream().filter(FILTERS.condition(network, request.filters())).sorted().toList();
    Page<Item> page = Page.of(found, Item::order, request.maxResults(), LEAST, request.nextToken());
    return Decision.answer(
        DescribeTagsResponse.builder()
            .tags(page.items().stream().map(Item::answer).toList())
            .nextToken(page.nextToken())
            .build());
  }

  /** A tag of a resource. */
  private record Item(ResourceId id, String key, String value) implements Comparable<Item> {
    /** Unique, and in the order of pages: no id holds the separator. */
    String order() {
      return id + "|" + key;
    }

    @Override
    public int compareTo(Item other) {
      return order().compareTo(other.order());
    }

    TagDescription answer() {
      return TagDescription.builder()
          .resourceId(id.value())
          .resourceType(Taggable.type(id))
          .key(key)
          .value(value)
          .build();
    }
  }
}
