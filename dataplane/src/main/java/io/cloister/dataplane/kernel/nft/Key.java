package io.cloister.dataplane.kernel.nft;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is looked up in a set or map: one field, or several joined.
 *
 * @param fields one to five
 */
public record Key(List<Field> fields) {

  /** Copies. */
  public Key {
    fields = List.copyOf(fields);
    if (fields.isEmpty() || fields.size() > 5) {
      throw new IllegalArgumentException("a key has one to five fields: " + fields);
    }
  }

  /** A key of these fields. */
  public static Key of(Field... fields) {
    return new Key(List.of(fields));
  }

  /** The types of the fields: what the key of the set must be. */
  public List<Type> types() {
    return fields.stream().map(Field::type).toList();
  }

  /** As nft writes it. */
  @Override
  public String toString() {
    return fields.stream().map(Field::nft).collect(Collectors.joining(" . "));
  }
}
