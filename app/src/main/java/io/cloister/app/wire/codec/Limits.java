package io.cloister.app.wire.codec;

import io.cloister.app.wire.model.Constraint;
import io.cloister.app.wire.model.Constraint.Free;
import io.cloister.app.wire.model.Constraint.Items;
import io.cloister.app.wire.model.Constraint.Range;
import io.cloister.app.wire.model.Constraint.Struct;
import io.cloister.app.wire.model.Constraint.Text;
import io.cloister.app.wire.model.Constraint.Words;
import java.math.BigDecimal;
import java.util.TreeSet;

/**
 * Holds a value against AWS's model. All of it is {@code InvalidParameterValue}, as EC2 answers for
 * a wrong word or a number out of range.
 */
final class Limits {
  private static final int LISTED_WORDS = 12;

  private Limits() {}

  /** Checks a single value; {@code text} is what was sent for it. */
  static void check(Constraint constraint, Object value, String text, String path) {
    switch (constraint) {
      case Free _, Struct _, Items _ -> {}
      case Words words -> {
        if (!words.words().contains(text)) {
          throw Refusals.invalid(path, text, oneOf(words));
        }
      }
      case Range range -> {
        if (value instanceof Number number) {
          range(range, new BigDecimal(number.toString()), text, path);
        }
      }
      case Text length -> text(length, text, path);
    }
  }

  /** Checks how many elements a list has. */
  static void count(Constraint constraint, int size, String path) {
    if (constraint instanceof Items items) {
      if (size < items.min()) {
        throw Refusals.invalid(
            path, size + " elements", "at least " + items.min() + " in the list");
      }
      if (size > items.max()) {
        throw Refusals.invalid(path, size + " elements", "at most " + items.max() + " in the list");
      }
    }
  }

  private static void range(Range range, BigDecimal number, String text, String path) {
    if (range.min().filter(min -> number.compareTo(min) < 0).isPresent()) {
      throw Refusals.invalid(
          path, text, "a value not less than " + range.min().get().toPlainString() + ".");
    }
    if (range.max().filter(max -> number.compareTo(max) > 0).isPresent()) {
      throw Refusals.invalid(
          path, text, "a value not greater than " + range.max().get().toPlainString() + ".");
    }
  }

  private static void text(Text limits, String text, String path) {
    int length = text.codePointCount(0, text.length());
    if (length < limits.min()) {
      throw Refusals.invalid(path, text, "at least " + limits.min() + " characters");
    }
    if (length > limits.max()) {
      throw Refusals.invalid(path, text, "at most " + limits.max() + " characters");
    }
    if (limits.pattern().filter(p -> !p.matcher(text).matches()).isPresent()) {
      throw Refusals.invalid(path, text, "a text that matches " + limits.pattern().get());
    }
  }

  private static String oneOf(Words words) {
    if (words.words().size() > LISTED_WORDS) {
      return "one of the values that AWS lists for it";
    }
    return "one of " + String.join(", ", new TreeSet<>(words.words()));
  }
}
