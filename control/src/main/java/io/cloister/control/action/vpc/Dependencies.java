package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.model.id.ResourceId;
import io.cloister.model.vpc.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the way of a deletion, to be named in the error. */
final class Dependencies {
  private static final int NAMED = 10;

  private final List<String> found = new ArrayList<>();

  /** Adds resources that have to go first. */
  Dependencies add(Stream<? extends Resource> resources) {
    resources.map(r -> r.id().value()).forEach(found::add);
    return this;
  }

  /** Adds others that have to go first. */
  Dependencies addIds(Collection<? extends ResourceId> ids) {
    ids.forEach(id -> found.add(id.value()));
    return this;
  }

  /**
   * Refuses to delete something that has dependencies.
   *
   * @param noun as AWS writes it in messages, such as {@code vpc}
   * @throws AwsException {@code DependencyViolation} that names what depends
   */
  void refuse(String noun, ResourceId id) {
    if (found.isEmpty()) {
      return;
    }
    List<String> named = found.subList(0, Math.min(NAMED, found.size()));
    throw new AwsException(
        "DependencyViolation",
        "The %s '%s' has dependencies and cannot be deleted. It is used by %s%s: remove or detach %s first"
            .formatted(
                noun,
                id,
                String.join(", ", named),
                found.size() > NAMED ? " and %d more".formatted(found.size() - NAMED) : "",
                found.size() == 1 ? "it" : "them"));
  }
}
