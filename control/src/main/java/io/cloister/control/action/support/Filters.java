package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * The filters of one {@code Describe…} action: each name with the values that a resource has for
 * it. Values of a filter are alternatives, filters add up; {@code *} stands for any characters and
 * {@code ?} for one, and a backslash takes their meaning away; case matters. Source: EC2's user
 * guide, "List and filter your resources".
 */
public final class Filters<R> {
  /** The values that a resource has under a filter's name; none when it has none. */
  public interface Values<R> extends Function<R, Stream<String>> {}

  /** The most filters of a request, and the most values of a filter. */
  private static final int MOST_FILTERS = 50;

  private static final int MOST_VALUES = 200;

  private final Map<String, Values<R>> byName;
  private final BiFunction<Network, R, SortedMap<String, String>> tags;

  private Filters(
      Map<String, Values<R>> byName, BiFunction<Network, R, SortedMap<String, String>> tags) {
    this.byName = byName;
    this.tags = tags;
  }

  /** No names yet but {@code tag:KEY} and {@code tag-key}, which every resource with tags has. */
  public static <R> Filters<R> of(Function<R, ResourceId> id) {
    return new Filters<>(Map.of(), (network, r) -> network.tags(id.apply(r)));
  }

  /** The same for what isn't a resource but has tags in some other sense. */
  public static <R> Filters<R> ofTags(Function<R, SortedMap<String, String>> tags) {
    return new Filters<>(Map.of(), (_, r) -> tags.apply(r));
  }

  /** With one more name. */
  public Filters<R> with(String name, Values<R> values) {
    Map<String, Values<R>> more = new TreeMap<>(byName);
    more.put(name, values);
    return new Filters<>(more, tags);
  }

  /** With one more name of which a resource has exactly one value. */
  public Filters<R> one(String name, Function<R, ?> value) {
    return with(name, r -> Stream.of(String.valueOf(value.apply(r))));
  }

  /** With one more name of which a resource has a value or none. */
  public Filters<R> maybe(String name, Function<R, Optional<?>> value) {
    return with(name, r -> value.apply(r).map(String::valueOf).stream());
  }

  /**
   * The condition that all the given filters make.
   *
   * @throws AwsException {@code InvalidParameterValue} for a name that the action doesn't have,
   *     {@code FilterLimitExceeded} for more than 50 filters or 200 values
   */
  public Predicate<R> condition(Network network, List<Filter> filters) {
    if (filters.size() > MOST_FILTERS
        || filters.stream().anyMatch(f -> f.values().size() > MOST_VALUES)) {
      throw new AwsException(
          "FilterLimitExceeded",
          "A request may have %d filters with %d values each: ask in several requests"
              .formatted(MOST_FILTERS, MOST_VALUES));
    }
    List<Predicate<R>> all = new ArrayList<>();
    for (Filter filter : filters) {
      String name = filter.name();
      if (name == null || name.isEmpty()) {
        throw new AwsException(
            "InvalidParameterValue", "The filter 'null' is invalid: give each filter a name");
      }
      if (filter.values().isEmpty()) {
        throw new AwsException(
            "InvalidParameterValue",
            "The filter '%s' has no values: give it at least one".formatted(name));
      }
      Values<R> values = values(network, name);
      List<Predicate<String>> wanted = filter.values().stream().map(Filters::glob).toList();
      all.add(r -> values.apply(r).anyMatch(v -> wanted.stream().anyMatch(w -> w.test(v))));
    }
    return r -> all.stream().allMatch(p -> p.test(r));
  }

  private Values<R> values(Network network, String name) {
    if (name.startsWith("tag:")) {
      String key = name.substring(4);
      return r -> Optional.ofNullable(tags.apply(network, r).get(key)).stream();
    }
    if (name.equals("tag-key")) {
      return r -> tags.apply(network, r).keySet().stream();
    }
    Values<R> values = byName.get(name);
    if (values == null) {
      throw new AwsException("InvalidParameterValue", "The filter '%s' is invalid".formatted(name));
    }
    return values;
  }

  /** A condition on a text from a pattern with {@code *} and {@code ?}. */
  public static Predicate<String> glob(String pattern) {
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0 && pattern.indexOf('\\') < 0) {
      return pattern::equals;
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
      } else if (c == '*') {
        // Runs of stars would make the matcher try every way to share a text among them.
        if (i == 0 || pattern.charAt(i - 1) != '*') {
          regex.append(".*");
        }
      } else if (c == '?') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    Pattern compiled = Pattern.compile(regex.toString(), Pattern.DOTALL);
    return text -> compiled.matcher(text).matches();
  }
}
