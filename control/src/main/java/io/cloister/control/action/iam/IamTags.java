package io.cloister.control.action.iam;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.SortedMap;
import software.amazon.awssdk.services.iam.model.Tag;

/** Tags in IAM's own shape. Their limits are EC2's. */
final class IamTags {
  private IamTags() {}

  /** A resource's tags. */
  static List<Tag> of(Network network, ResourceId id) {
    return network.tags(id).entrySet().stream()
        .map(e -> Tag.builder().key(e.getKey()).value(e.getValue()).build())
        .toList();
  }

  /**
   * Tags of a request.
   *
   * @throws AwsException {@code InvalidInput} outside the limits
   */
  static SortedMap<String, String> given(List<Tag> tags) {
    try {
      SortedMap<String, String> checked =
          Tagging.checked(
              tags.stream()
                  .map(t ->
                      software.amazon.awssdk.services.ec2.model.Tag.builder()
                          .key(t.key())
                          .value(t.value())
                          .build())
                  .toList());
      Tagging.limit(checked);
      return checked;
    } catch (AwsException e) {
      throw new AwsException("InvalidInput", e.text());
    }
  }
}
