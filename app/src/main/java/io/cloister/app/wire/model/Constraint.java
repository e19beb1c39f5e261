package io.cloister.app.wire.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What AWS's model demands of one value of a request. */
public sealed interface Constraint {
  /** No demand: anything of the right type will do. */
  record Free() implements Constraint {}

  /**
   * A structure. Members that are optional and free are not listed.
   *
   * @param members what is demanded of each, by the member's name in the model
   */
  record Struct(Map<String, Member> members) implements Constraint {
    public Struct {
      members = Map.copyOf(members);
    }
  }

  /**
   * What is demanded of one member of a structure.
   *
   * @param required whether a request without it is refused
   * @param shape the name of the member's own constraint; empty for none
   */
  record Member(boolean required, String shape) {
    static final Member FREE = new Member(false, "");
  }

  /**
   * A list.
   *
   * @param min the fewest elements, 0 for no bound
   * @param max the most elements
   * @param shape the name of the elements' constraint; empty for none
   */
  record Items(int min, int max, String shape) implements Constraint {}

  /** One of these words, and AWS heeds the case. */
  record Words(Set<String> words) implements Constraint {
    public Words {
      words = Set.copyOf(words);
    }
  }

  /** A number between two bounds, both included. */
  record Range(Optional<BigDecimal> min, Optional<BigDecimal> max) implements Constraint {}

  /**
   * A text.
   *
   * @param min the fewest characters
   * @param max the most characters
   * @param pattern what the whole text must match
   */
  record Text(int min, int max, Optional<Pattern> pattern) implements Constraint {}

  /** What a structure demands of that member; no demand of anything that isn't a structure. */
  default Member member(String name) {
    return this instanceof Struct struct
        ? struct.members().getOrDefault(name, Member.FREE)
        : Member.FREE;
  }
}
