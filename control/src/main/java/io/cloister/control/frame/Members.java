package io.cloister.control.frame;

import io.cloister.control.action.AwsException;
import io.cloister.control.json.Pojos;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Reads requests member by member, by the names of the service model. */
final class Members {
  private static final Set<String> FRAME = Set.of("DryRun", "ClientToken");

  private Members() {}

  /** The value of a top-level member; null when it is not set or there is no such member. */
  static @Nullable Object value(SdkPojo pojo, String name) {
    for (SdkField<?> field : pojo.sdkFields()) {
      if (field.memberName().equals(name)) {
        return Pojos.member(field, pojo);
      }
    }
    return null;
  }

  /**
   * Refuses a request that sets a member which its action doesn't declare: it would be answered as
   * if it had been honoured.
   *
   * @throws AwsException {@code UnsupportedOperation} naming the member
   */
  static void check(String action, SdkPojo request, Set<String> honours) {
    check(action, request, "", honours);
  }

  private static void check(String action, SdkPojo pojo, String path, Set<String> honours) {
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = Pojos.member(field, pojo);
      String name = path + field.memberName();
      if (value == null || honours.contains(name) || (path.isEmpty() && FRAME.contains(name))) {
        continue;
      }
      String inside = name + ".";
      if (honours.stream().noneMatch(h -> h.startsWith(inside))) {
        throw new AwsException(
            "UnsupportedOperation",
            "The parameter %s of %s is not built: leave it out".formatted(name, action));
      }
      descend(action, value, inside, honours);
    }
  }

  private static void descend(String action, Object value, String path, Set<String> honours) {
    switch (value) {
      case SdkPojo pojo -> check(action, pojo, path, honours);
      case Collection<?> items -> items.forEach(item -> descend(action, item, path, honours));
      case Map<?, ?> map -> map.values().forEach(item -> descend(action, item, path, honours));
      default -> {}
    }
  }
}
