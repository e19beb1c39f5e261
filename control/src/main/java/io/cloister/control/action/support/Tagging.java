package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags: AWS's limits, tags given at creation, and tags in answers. */
public final class Tagging {
  /** The most tags that a resource may have. */
  public static final int MOST = 50;

  private Tagging() {}

  /** A resource's tags as the SDK's objects. */
  public static List<Tag> of(Network network, ResourceId id) {
    return sdk(network.tags(id));
  }

  /** Tags as the SDK's objects. */
  public static List<Tag> sdk(SortedMap<String, String> tags) {
    List<Tag> list = new ArrayList<>();
    tags.forEach((k, v) -> list.add(Tag.builder().key(k).value(v).build()));
    return list;
  }

  /**
   * The tags that a creating call gives to its resource of a type, such as {@code vpc}.
   *
   * @param alsoAllowed further types that the same call may tag
   * @throws AwsException for a type that the call doesn't make, and for tags outside AWS's limits
   */
  public static SortedMap<String, String> given(
      List<TagSpecification> specifications, String type, String... alsoAllowed) {
    SortedMap<String, String> tags = new TreeMap<>();
    for (TagSpecification specification : specifications) {
      String named = specification.resourceTypeAsString();
      if (named == null) {
        throw new AwsException(
            "MissingParameter", "Tag specification resource type must have a value");
      }
      if (named.equals(type)) {
        tags.putAll(checked(specification.tags()));
      } else if (!List.of(alsoAllowed).contains(named)) {
        throw new AwsException(
            "InvalidParameterValue",
            "'%s' is not a valid taggable resource type for this operation.".formatted(named));
      }
    }
    limit(tags);
    return tags;
  }

  /** The changes that give a new resource its tags: one, or none. */
  public static List<Change> changes(ResourceId id, SortedMap<String, String> tags) {
    return tags.isEmpty() ? List.of() : List.of(new Change.Tag(id, tags));
  }

  /** The tags as a map, once they are within AWS's limits. */
  public static SortedMap<String, String> checked(List<Tag> tags) {
    SortedMap<String, String> map = new TreeMap<>();
    for (Tag tag : tags) {
      String key = tag.key() == null ? "" : tag.key();
      String value = tag.value() == null ? "" : tag.value();
      if (key.isEmpty()) {
        throw new AwsException("InvalidParameterValue", "Tag key cannot be empty: give it a name");
      }
      if (key.length() > 128 || value.length() > 256) {
        throw new AwsException(
            "InvalidParameterValue",
            "Tag key '%s' or its value is out of range: keys have 1 to 128 characters, values up to 256"
                .formatted(key));
      }
      if (key.startsWith("aws:")) {
        throw new AwsException(
            "InvalidParameterValue",
            "Tag keys starting with 'aws:' are reserved for internal use: '%s'".formatted(key));
      }
      if (map.put(key, value) != null) {
        throw new AwsException(
            "InvalidParameterValue", "Duplicate tag key '%s' specified.".formatted(key));
      }
    }
    return map;
  }

  /** Refuses more tags than a resource may have. */
  public static void limit(SortedMap<String, String> tags) {
    if (tags.size() > MOST) {
      throw new AwsException(
          "TagLimitExceeded",
          "The maximum number of tags for a resource is %d; this would make %d"
              .formatted(MOST, tags.size()));
    }
  }
}
