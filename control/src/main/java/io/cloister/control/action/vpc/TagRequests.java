package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import java.util.List;

/** The resources of calls that tag several at once: all of them or none. */
final class TagRequests {
  private static final int MOST = 1000;

  private TagRequests() {}

  /**
   * The caller's resources that a request names.
   *
   * @throws AwsException {@code InvalidParameterValue} for more than 1000
   */
  static List<ResourceId> resources(Network network, Caller caller, List<String> ids) {
    if (ids.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter resourceIdSet");
    }
    if (ids.size() > MOST) {
      throw new AwsException(
          "InvalidParameterValue", "A request may name %d resources: send several".formatted(MOST));
    }
    return ids.stream().distinct().map(id -> Taggable.get(network, caller, id)).toList();
  }
}
