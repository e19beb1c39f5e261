package io.cloister.model.dns;

import java.util.List;
import java.util.Optional;

/**
 * The records of one type at one name.
 *
 * @param name in lower case, with the dot at its end; a wildcard's first label is {@code *}
 * @param ttl how long an answer may be kept, in seconds, 0..2,147,483,647; of no use to an alias
 * @param values in the form of a zone file, such as {@code 10 mail.example.com} for {@code MX};
 *     empty for an alias
 */
public record RecordSet(
    String name, RecordType type, long ttl, List<String> values, Optional<Alias> alias) {

  /**
   * Where an alias leads: it is answered with what that name has.
   *
   * @param zone the id of the target's zone: a hosted zone, or the one that AWS has for a balancer
   *     or endpoint
   * @param name in lower case, with the dot at its end
   */
  public record Alias(String zone, String name, boolean evaluateHealth) {}

  /** Copies the values, and refuses an alias with values and a set without either. */
  public RecordSet {
    values = List.copyOf(values);
    if (values.isEmpty() == alias.isEmpty()) {
      throw new IllegalArgumentException("either values or an alias: " + name + " " + type);
    }
  }
}
