package io.cloister.dataplane.kernel.nft;

/** Where an assigned value comes from. */
public sealed interface Source {

  /** A constant. */
  record Constant(Value value) implements Source {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A field with some bits kept and some flipped: {@code (field & and) ^ xor}. Setting bits is
   * keeping the others and flipping what is then zero.
   */
  record Bits(Field field, int and, int xor) implements Source {
    /** Refuses fields that aren't marks. */
    public Bits {
      if (field.type() != Type.MARK) {
        throw new IllegalArgumentException("only marks are computed with: " + field.nft());
      }
    }

    @Override
    public String toString() {
      if (and == -1) {
        return xor == 0 ? field.nft() : field.nft() + " ^ " + Value.mark(xor);
      }
      if (xor == 0) {
        return field.nft() + " & " + Value.mark(and);
      }
      return and == ~xor
          ? field.nft() + " | " + Value.mark(xor)
          : field.nft() + " & " + Value.mark(and) + " ^ " + Value.mark(xor);
    }
  }

  /**
   * What a map holds for a key; a key that isn't there ends the rule, which has then done nothing.
   */
  record Mapped(Key key, SetName map) implements Source {
    @Override
    public String toString() {
      return key + " map @" + map;
    }
  }

  /** A constant. */
  static Source of(Value value) {
    return new Constant(value);
  }

  /** A mark as it is. */
  static Source copy(Field mark) {
    return new Bits(mark, -1, 0);
  }

  /** A mark with these bits set. */
  static Source or(Field mark, int bits) {
    return new Bits(mark, ~bits, bits);
  }

  /** A mark without the bits outside of these. */
  static Source and(Field mark, int bits) {
    return new Bits(mark, bits, 0);
  }

  /** A mark with the bits under a mask replaced. */
  static Source replace(Field mark, int mask, int bits) {
    return new Bits(mark, ~mask, bits & mask);
  }

  /** What a map holds. */
  static Source map(SetName map, Field... key) {
    return new Mapped(Key.of(key), map);
  }
}
