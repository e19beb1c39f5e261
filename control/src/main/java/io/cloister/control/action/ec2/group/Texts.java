package io.cloister.control.action.ec2.group;

import io.cloister.control.action.AwsException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names and descriptions of groups and rules may say. */
final class Texts {
  private static final String CHARACTERS = "a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";
  private static final Pattern ALLOWED =
      Pattern.compile("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{0,255}");

  private Texts() {}

  /** A group's name, without the trailing spaces that AWS trims. */
  static String name(@Nullable String given) {
    String name = given == null ? "" : given.stripTrailing();
    if (name.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter GroupName");
    }
    if (name.equals("default")) {
      throw new AwsException(
          "InvalidParameterValue", "Cannot use reserved security group name: default");
    }
    if (name.startsWith("sg-")) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%s) for parameter GroupName is invalid. Group names may not be in the format sg-*."
              .formatted(name));
    }
    return checked(name, "security group name", "names");
  }

  /** A group's description. */
  static String groupDescription(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter GroupDescription");
    }
    return checked(given, "security group description", "descriptions");
  }

  /** A rule's description; an empty one is none. */
  static Optional<String> ruleDescription(@Nullable String given) {
    return Optional.ofNullable(given)
        .filter(text -> !text.isEmpty())
        .map(text -> checked(text, "rule description", "descriptions"));
  }

  private static String checked(String text, String what, String plural) {
    if (!ALLOWED.matcher(text).matches()) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid %s. Valid %s are strings less than 256 characters from the following set:  %s"
              .formatted(what, plural, CHARACTERS));
    }
    return text;
  }
}
