package io.cloister.control.action.elb.support;

import io.cloister.control.action.AwsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The attributes that a kind of resource has: their defaults and what each may be.
 *
 * @param known by key
 */
public record AttributeTable(Map<String, Known> known) {

  /**
   * One attribute.
   *
   * @param usual its default
   * @param expects what it may be, for people
   */
  public record Known(String usual, Predicate<String> check, String expects) {}

  /** Copies. */
  public AttributeTable {
    known = Map.copyOf(known);
  }

  /** Begins a table. */
  public static Builder table() {
    return new Builder();
  }

  /** All attributes with what is set above the defaults, sorted by key. */
  public Map<String, String> effective(Map<String, String> set) {
    Map<String, String> all = new TreeMap<>();
    known.forEach((key, attribute) -> all.put(key, set.getOrDefault(key, attribute.usual())));
    return all;
  }

  /** One attribute of a resource. */
  public String of(Map<String, String> set, String key) {
    Known attribute = known.get(key);
    return set.getOrDefault(key, attribute == null ? "" : attribute.usual());
  }

  /**
   * What is set, after more is.
   *
   * @throws AwsException {@code ValidationError} for an unknown key, one that is given twice, or a
   *     value that it may not have
   */
  public Map<String, String> set(Map<String, String> before, List<Map.Entry<String, String>> more) {
    Map<String, String> after = new TreeMap<>(before);
    Map<String, String> given = new TreeMap<>();
    for (Map.Entry<String, String> entry : more) {
      Known attribute = known.get(entry.getKey());
      if (attribute == null) {
        throw new AwsException(
            "ValidationError",
            "Attribute key '%s' is not recognized: it is none of %s"
                .formatted(entry.getKey(), String.join(", ", new TreeMap<>(known).keySet())));
      }
      if (given.put(entry.getKey(), entry.getValue()) != null) {
        throw new AwsException(
            "ValidationError", "Attribute key '%s' is given twice".formatted(entry.getKey()));
      }
      if (!attribute.check().test(entry.getValue())) {
        throw new AwsException(
            "ValidationError",
            "'%s' must be %s: '%s' is not valid"
                .formatted(entry.getKey(), attribute.expects(), entry.getValue()));
      }
      after.put(entry.getKey(), entry.getValue());
    }
    return after;
  }

  /** Gathers a table. */
  public static final class Builder {
    private final Map<String, Known> known = new LinkedHashMap<>();

    private Builder() {}

    /** One that is on or off. */
    public Builder flag(String key, boolean usual) {
      return words(key, Boolean.toString(usual), "true", "false");
    }

    /** One that is one of these words, the default among them. */
    public Builder words(String key, String usual, String... words) {
      List<String> all = List.of(words);
      known.put(key, new Known(usual, all::contains, "one of " + String.join(", ", all)));
      return this;
    }

    /** A number of a range. */
    public Builder number(String key, long usual, long least, long most) {
      return number(key, Long.toString(usual), least, most, "");
    }

    /** A number of a range, or one other word. */
    public Builder number(String key, String usual, long least, long most, String word) {
      known.put(
          key,
          new Known(
              usual,
              text -> (text.equals(word) && !word.isEmpty()) || isNumber(text, least, most),
              "%d to %d%s".formatted(least, most, word.isEmpty() ? "" : " or " + word)));
      return this;
    }

    /** A text of up to so many characters. */
    public Builder text(String key, String usual, int most) {
      known.put(
          key,
          new Known(
              usual, t -> t.length() <= most, "a text of up to %d characters".formatted(most)));
      return this;
    }

    /** The table. */
    public AttributeTable build() {
      return new AttributeTable(known);
    }

    private static boolean isNumber(String text, long least, long most) {
      if (!text.matches("[0-9]{1,9}")) {
        return false;
      }
      long value = Long.parseLong(text);
      return value >= least && value <= most;
    }
  }
}
