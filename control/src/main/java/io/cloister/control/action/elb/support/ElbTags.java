package io.cloister.control.action.elb.support;

import io.cloister.control.action.AwsException;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Tags of load balancing's resources: the limits are EC2's, the codes its own. */
public final class ElbTags {
  private static final int MOST = 50;

  private ElbTags() {}

  /**
   * Tags as a map, once they are within AWS's limits.
   *
   * @throws AwsException {@code DuplicateTagKeys}, {@code TooManyTags}, {@code ValidationError}
   */
  public static SortedMap<String, String> given(List<Tag> tags) {
    SortedMap<String, String> map = new TreeMap<>();
    for (Tag tag : tags) {
      if (tag.key().startsWith("aws:")) {
        throw new AwsException(
            "ValidationError",
            "Tag keys starting with 'aws:' are reserved: '%s'".formatted(tag.key()));
      }
      if (map.put(tag.key(), tag.value() == null ? "" : tag.value()) != null) {
        throw new AwsException(
            "DuplicateTagKeys",
            "A tag key was specified more than once: '%s'".formatted(tag.key()));
      }
    }
    limit(map);
    return map;
  }

  /** Refuses more tags than a resource may have. */
  public static void limit(SortedMap<String, String> tags) {
    if (tags.size() > MOST) {
      throw new AwsException(
          "TooManyTags",
          "You've reached the limit on the number of tags you can assign: %d are allowed, this would make %d"
              .formatted(MOST, tags.size()));
    }
  }

  /** The changes that give a new resource its tags: one, or none. */
  public static List<Change> changes(ResourceId id, SortedMap<String, String> tags) {
    return tags.isEmpty() ? List.of() : List.of(new Change.Tag(id, tags));
  }

  /** A resource's tags as the SDK's objects. */
  public static List<Tag> sdk(SortedMap<String, String> tags) {
    List<Tag> list = new ArrayList<>();
    tags.forEach((k, v) -> list.add(Tag.builder().key(k).value(v).build()));
    return list;
  }
}
