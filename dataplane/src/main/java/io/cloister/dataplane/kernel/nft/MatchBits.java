package io.cloister.dataplane.kernel.nft;

import java.util.EnumSet;
import java.util.List;

/**
 * The bits of a field under a mask are these, or are not.
 *
 * @param field what is looked at
 * @param mask which bits count
 * @param negated whether they must differ
 * @param value what they are compared with
 */
public record MatchBits(Field field, Value mask, boolean negated, Value value)
    implements Statement {

  /** Refuses values of another type than the field's, and bits outside the mask. */
  public MatchBits {
    if (field.type() != mask.type() || field.type() != value.type()) {
      throw new IllegalArgumentException(
          field.nft() + " compared with " + mask.type() + " and " + value.type());
    }
    if ((value.low() & ~mask.low()) != 0 || (value.high() & ~mask.high()) != 0) {
      throw new IllegalArgumentException("compares bits outside its mask: " + value);
    }
  }

  /** All bits of the mask are set. */
  public static MatchBits allOf(Field field, Value mask) {
    return new MatchBits(field, mask, false, mask);
  }

  /** At least one bit of the mask is set. */
  public static MatchBits anyOf(Field field, Value mask) {
    return new MatchBits(field, mask, true, Value.zero(field.type()));
  }

  /** No bit of the mask is set. */
  public static MatchBits noneOf(Field field, Value mask) {
    return new MatchBits(field, mask, false, Value.zero(field.type()));
  }

  /** The packet is in one of these states. */
  public static MatchBits state(CtState first, CtState... more) {
    int bits = 0;
    for (CtState state : EnumSet.of(first, more)) {
      bits |= state.bit();
    }
    return anyOf(Ct.STATE, Value.number(Type.CT_STATE, bits));
  }

  @Override
  public String toString() {
    if (field == Ct.STATE && negated && value.low() == 0) {
      List<CtState> states = EnumSet.allOf(CtState.class).stream().filter(this::names).toList();
      if (states.stream().mapToInt(CtState::bit).sum() == mask.low()) {
        return "ct state " + String.join(",", states.stream().map(MatchBits::text).toList());
      }
    }
    return field.nft() + " & " + mask + (negated ? " != " : " == ") + value;
  }

  private boolean names(CtState state) {
    return (mask.low() & state.bit()) != 0;
  }

  private static String text(CtState state) {
    return switch (state) {
      case INVALID -> "invalid";
      case ESTABLISHED -> "established";
      case RELATED -> "related";
      case NEW -> "new";
      case UNTRACKED -> "untracked";
    };
  }
}
