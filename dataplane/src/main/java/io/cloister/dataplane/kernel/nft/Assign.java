package io.cloister.dataplane.kernel.nft;

/**
 * Sets a mark.
 *
 * @param target {@link Meta#MARK} or {@link Ct#MARK}
 * @param source a value of the type mark
 */
public record Assign(Field target, Source source) implements Statement {

  /** Refuses to set what isn't a mark. */
  public Assign {
    if (target.type() != Type.MARK) {
      throw new IllegalArgumentException("only marks are set: " + target.nft());
    }
    if (source instanceof Source.Constant(Value value) && value.type() != Type.MARK) {
      throw new IllegalArgumentException("not a mark: " + value);
    }
  }

  /** Sets the packet's mark. */
  public static Assign mark(Source source) {
    return new Assign(Meta.MARK, source);
  }

  /** Sets the connection's mark. */
  public static Assign ctMark(Source source) {
    return new Assign(Ct.MARK, source);
  }

  @Override
  public String toString() {
    return target.nft() + " set " + source;
  }
}
