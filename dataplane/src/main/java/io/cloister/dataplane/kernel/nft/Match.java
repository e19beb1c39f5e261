package io.cloister.dataplane.kernel.nft;

/**
 * A field lies in a span, or outside of it.
 *
 * @param field what is looked at
 * @param negated whether it must lie outside
 * @param span values of the field's type
 */
public record Match(Field field, boolean negated, Span span) implements Statement {

  /** Refuses a span of another type. */
  public Match {
    if (field.type() != span.type()) {
      throw new IllegalArgumentException(field.nft() + " is no " + span.type());
    }
  }

  /** The field has this value. */
  public static Match is(Field field, Value value) {
    return new Match(field, false, Span.of(value));
  }

  /** The field lies in this span. */
  public static Match in(Field field, Span span) {
    return new Match(field, false, span);
  }

  /** The field has another value. */
  public static Match not(Field field, Value value) {
    return new Match(field, true, Span.of(value));
  }

  @Override
  public String toString() {
    return field.nft() + (negated ? " != " : " ") + span;
  }
}
