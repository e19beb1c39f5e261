package io.cloister.dataplane.kernel.nft;

import java.util.List;
import java.util.stream.Collectors;

/** What an element of a set holds besides its key. */
public sealed interface Datum {
  /** A member of a plain set: nothing. */
  Datum NONE = new None();

  /** Nothing, see {@link #NONE}. */
  record None() implements Datum {}

  /**
   * The values of a map's element.
   *
   * @param values one or more, such as an address and a port
   */
  record Values(List<Value> values) implements Datum {
    /** Copies. */
    public Values {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a map's element needs a value");
      }
    }

    @Override
    public String toString() {
      return values.stream().map(Value::toString).collect(Collectors.joining(" . "));
    }
  }

  /** The verdict of a verdict map's element. */
  record Decides(Verdict verdict) implements Datum {
    @Override
    public String toString() {
      return verdict.toString();
    }
  }

  /** A map's value. */
  static Datum of(Value... values) {
    return new Values(List.of(values));
  }

  /** A verdict map's verdict. */
  static Datum of(Verdict verdict) {
    return new Decides(verdict);
  }
}
