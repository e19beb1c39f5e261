package io.cloister.app.wire.codec;

import io.cloister.control.action.AwsException;

/**
 * What is wrong with a request's form, in AWS's codes and as nearly as known in its words (Amazon
 * EC2 API Reference, "Error codes for the Amazon EC2 API", common client errors).
 */
public final class Refusals {
  private static final int LONGEST_QUOTE = 200;

  private Refusals() {}

  /** The request names no action. */
  public static AwsException missingAction() {
    return new AwsException(
        "MissingAction", "The request is missing an action or a required parameter.");
  }

  /** AWS has no such action. */
  public static AwsException invalidAction(String action) {
    return new AwsException(
        "InvalidAction", "The action " + quote(action) + " is not valid for this web service.");
  }

  /** AWS has the action; this server hasn't. */
  public static AwsException unsupported(String action) {
    return new AwsException(
        "UnsupportedOperation",
        "The action " + quote(action) + " is an action of AWS that Cloister doesn't have yet.");
  }

  static AwsException missing(String parameter) {
    return new AwsException(
        "MissingParameter", "The request must contain the parameter " + quote(parameter));
  }

  static AwsException unknown(String parameter) {
    return new AwsException(
        "UnknownParameter", "The parameter " + quote(parameter) + " is not recognized");
  }

  static AwsException twice(String parameter) {
    return new AwsException(
        "InvalidQueryParameter",
        "The parameter " + quote(parameter) + " was given more than once; give it once");
  }

  static AwsException malformed(String fact) {
    return new AwsException(
        "MalformedQueryString", "The query string contains a syntax error: " + fact);
  }

  static AwsException invalid(String parameter, String value, String expected) {
    return new AwsException(
        "InvalidParameterValue",
        "Value ("
            + quote(value)
            + ") for parameter "
            + quote(parameter)
            + " is invalid. Expecting "
            + expected);
  }

  /** What a caller sent may be a megabyte; an error names enough of it to be found. */
  public static String quote(String text) {
    if (text.length() <= LONGEST_QUOTE) {
      return text;
    }
    int end = LONGEST_QUOTE - (Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? 1 : 0);
    return text.substring(0, end) + "...";
  }
}
