package io.cloister.control.intake.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A node of a document. What isn't set and what is null are the same. */
public sealed interface Tree {
  /** Where it begins. */
  Place place();

  /** An object; its members keep their order. */
  record Mapping(Place place, Map<String, Tree> members) implements Tree {
    /** Copies the members. */
    public Mapping {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** An array. */
  record Sequence(Place place, List<Tree> items) implements Tree {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A text, a number or a truth value, as it is written. */
  record Scalar(Place place, String text, Kind kind) implements Tree {}

  /** What a scalar was written as. */
  enum Kind {
    /** In quotes, or what is nothing else. */
    TEXT,
    /** An integer or a decimal. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Null. */
    NULL
  }

  /** The member of an object; none when it is null, missing, or this is no object. */
  default Optional<Tree> get(String name) {
    return this instanceof Mapping mapping
        ? Optional.ofNullable(mapping.members().get(name)).filter(t -> !t.isNull())
        : Optional.empty();
  }

  /** The member at the end of a path. */
  default Optional<Tree> at(String... path) {
    Optional<Tree> tree = Optional.of(this);
    for (String name : path) {
      tree = tree.flatMap(t -> t.get(name));
    }
    return tree;
  }

  /** The text of a scalar. */
  default Optional<String> asText() {
    return this instanceof Scalar scalar && scalar.kind() != Kind.NULL
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The text of a scalar member; none when it is empty, as collectors write what isn't there. */
  default Optional<String> text(String name) {
    return get(name).flatMap(Tree::asText).filter(t -> !t.isEmpty());
  }

  /** The text of a scalar member that there must be. */
  default String require(String name) throws Unreadable {
    return text(name).orElseThrow(() -> new Unreadable(place(), name + " is missing"));
  }

  /** Whether a member is true; {@code otherwise} when it is missing. */
  default boolean flag(String name, boolean otherwise) {
    return text(name)
        .map(t -> t.equalsIgnoreCase("true") || t.equalsIgnoreCase("yes") || t.equals("1"))
        .orElse(otherwise);
  }

  /** The number of a member; none when it is missing or no number. */
  default Optional<Integer> number(String name) {
    return text(name).flatMap(Tree::parse);
  }

  private static Optional<Integer> parse(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The items of an array member; none when it is missing or no array. */
  default List<Tree> list(String name) {
    return get(name).map(Tree::items).orElse(List.of());
  }

  /** The items of an array; none when it isn't one. */
  default List<Tree> items() {
    return this instanceof Sequence sequence ? sequence.items() : List.of();
  }

  /** The texts of an array member. */
  default Stream<String> texts(String name) {
    return list(name).stream().flatMap(t -> t.asText().stream());
  }

  /** The members of an object; none when it isn't one. */
  default Map<String, Tree> entries() {
    return this instanceof Mapping mapping ? mapping.members() : Map.of();
  }

  /** Whether it is null. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /** A text that stands where this does. */
  default Tree scalar(String text) {
    return new Scalar(place(), text, Kind.TEXT);
  }

  /** A null that stands where this does. */
  default Tree nothing() {
    return new Scalar(place(), "", Kind.NULL);
  }
}
