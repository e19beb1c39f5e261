package io.cloister.app.cli;

import io.cloister.control.action.support.Quota;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Quotas by their names on the command line. */
final class QuotaOptions {
  private QuotaOptions() {}

  /**
   * The quotas of these names.
   *
   * @throws IllegalArgumentException if there is none of a name; the message has all names
   */
  static Map<Quota, Integer> of(Map<String, Integer> byName) {
    Map<Quota, Integer> quotas = new EnumMap<>(Quota.class);
    byName.forEach((name, limit) -> quotas.put(named(name), limit));
    return quotas;
  }

  private static Quota named(String name) {
    return Arrays.stream(Quota.values())
        .filter(q -> q.setting().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no quota "
                    + name
                    + "; there are "
                    + Arrays.stream(Quota.values())
                        .map(Quota::setting)
                        .collect(Collectors.joining(", "))));
  }
}
