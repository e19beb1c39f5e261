package io.cloister.model.elb;

import io.cloister.model.ip.Prefix;
import java.util.List;
import java.util.Optional;

/**
 * A condition of a rule: it matches when one of its values does. Values have the wildcards {@code
 * *} and {@code ?}, or are regular expressions where there is a choice.
 */
public sealed interface RuleCondition {

  /** The request's host; letters of both cases are the same. */
  record HostHeader(List<String> values, List<String> regexes) implements RuleCondition {
    /** Copies. */
    public HostHeader {
      values = List.copyOf(values);
      regexes = List.copyOf(regexes);
    }
  }

  /** The path, without the query. */
  record PathPattern(List<String> values, List<String> regexes) implements RuleCondition {
    /** Copies. */
    public PathPattern {
      values = List.copyOf(values);
      regexes = List.copyOf(regexes);
    }
  }

  /** A header; letters of both cases are the same. */
  record HttpHeader(String name, List<String> values, List<String> regexes)
      implements RuleCondition {
    /** Copies. */
    public HttpHeader {
      values = List.copyOf(values);
      regexes = List.copyOf(regexes);
    }
  }

  /** The method, letter by letter, without wildcards. */
  record RequestMethod(List<String> values) implements RuleCondition {
    /** Copies. */
    public RequestMethod {
      values = List.copyOf(values);
    }
  }

  /** A parameter of the query. */
  record QueryString(List<Pair> values) implements RuleCondition {
    /** Copies. */
    public QueryString {
      values = List.copyOf(values);
    }
  }

  /** Part of a query; a pair without a key matches any key. */
  record Pair(Optional<String> key, String value) {}

  /** The address of whoever is connected, not of a forwarded header. */
  record SourceIp(List<Prefix> values) implements RuleCondition {
    /** Copies. */
    public SourceIp {
      values = List.copyOf(values);
    }
  }
}
