package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;

/** Attributes of {@code Modify…Attribute} calls, which change exactly one. */
final class Attributes {
  private Attributes() {}

  /**
   * Refuses a request that doesn't set exactly one attribute.
   *
   * @throws AwsException {@code InvalidParameterCombination}
   */
  static void exactlyOne(@Nullable Object... attributes) {
    long set = Stream.of(attributes).filter(Objects::nonNull).count();
    if (set == 0) {
      throw new AwsException("InvalidParameterCombination", "No attributes specified.");
    }
    if (set > 1) {
      throw new AwsException(
          "InvalidParameterCombination",
          "Fields for multiple attribute types specified: change one attribute at a time");
    }
  }

  /**
   * The value of an attribute that may be set; its present value when it isn't.
   *
   * @throws AwsException {@code MissingParameter} for an attribute without a value
   */
  static boolean value(String member, @Nullable AttributeBooleanValue attribute, boolean now) {
    if (attribute == null) {
      return now;
    }
    Boolean value = attribute.value();
    if (value == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter %s.value".formatted(member));
    }
    return value;
  }
}
