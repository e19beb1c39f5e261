package io.cloister.app.wire.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Header fields by name, whatever its case, each with its values in the order sent.
 *
 * @param byName the values by lower-case name
 */
public record Headers(Map<String, List<String>> byName) {
  public Headers {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    byName.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    byName = lower;
  }

  /** No headers. */
  public static Headers none() {
    return new Headers(Map.of());
  }

  /** The first value of a header. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All values of a header; none if it wasn't sent. */
  public List<String> all(String name) {
    return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
