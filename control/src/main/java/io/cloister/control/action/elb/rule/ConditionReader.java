package io.cloister.control.action.elb.rule;

import io.cloister.control.action.AwsException;
import io.cloister.model.elb.RuleCondition;
import io.cloister.model.ip.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;

/**
 * Reads the conditions of a rule. Source: the API reference's {@code RuleCondition}, and "Condition
 * types for listener rules" of the Application Load Balancer guide.
 */
final class ConditionReader {
  private static final int MOST_VALUES = 5;
  private static final int MOST_WILDCARDS = 6;
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}");

  private ConditionReader() {}

  /**
   * All conditions of a rule, in their order.
   *
   * @throws AwsException {@code ValidationError}, {@code InvalidConfigurationRequest} for a field
   *     that is given twice, {@code TooManyConditions}-like limits as {@code ValidationError}
   */
  static List<RuleCondition> read(
      List<software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition> given) {
    if (given.isEmpty()) {
      throw invalid("A condition must be specified");
    }
    List<RuleCondition> conditions = given.stream().map(ConditionReader::one).toList();
    once(conditions, RuleCondition.HostHeader.class, "host-header");
    once(conditions, RuleCondition.PathPattern.class, "path-pattern");
    once(conditions, RuleCondition.RequestMethod.class, "http-request-method");
    once(conditions, RuleCondition.SourceIp.class, "source-ip");
    int values = conditions.stream().mapToInt(c -> texts(c).size()).sum();
    if (values > MOST_VALUES) {
      throw invalid(
          "Rules can have up to %d condition values: %d are given".formatted(MOST_VALUES, values));
    }
    long wildcards =
        conditions.stream()
            .filter(c -> !(c instanceof RuleCondition.SourceIp))
            .flatMap(c -> texts(c).stream())
            .mapToLong(t -> t.chars().filter(x -> x == '*' || x == '?').count())
            .sum();
    if (wildcards > MOST_WILDCARDS) {
      throw invalid(
          "Rules can have up to %d wildcards: %d are given".formatted(MOST_WILDCARDS, wildcards));
    }
    return conditions;
  }

  private static void once(
      List<RuleCondition> conditions, Class<? extends RuleCondition> type, String field) {
    if (conditions.stream().filter(type::isInstance).count() > 1) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "A rule can have one condition of the field '%s' only".formatted(field));
    }
  }

  private static List<String> texts(RuleCondition condition) {
    return switch (condition) {
      case RuleCondition.HostHeader c -> both(c.values(), List.of());
      case RuleCondition.PathPattern c -> both(c.values(), List.of());
      case RuleCondition.HttpHeader c -> both(c.values(), List.of());
      case RuleCondition.RequestMethod c -> c.values();
      case RuleCondition.QueryString c ->
          c.values().stream().map(p -> p.key().orElse("") + p.value()).toList();
      case RuleCondition.SourceIp c -> c.values().stream().map(Prefix::toString).toList();
    };
  }

  private static List<String> both(List<String> values, List<String> regexes) {
    return Stream.concat(values.stream(), regexes.stream()).toList();
  }

  private static RuleCondition one(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition given) {
    return switch (given.field()) {
      case "host-header" -> {
        var config = given.hostHeaderConfig();
        List<String> regexes =
            given.regexValues().isEmpty() && config != null
                ? config.regexValues()
                : given.regexValues();
        yield new RuleCondition.HostHeader(
            values(
                "host-header",
                config == null ? given.values() : config.values(),
                regexes,
                128,
                "[A-Za-z0-9.*?:-]+"),
            regexes(regexes));
      }
      case "path-pattern" -> {
        var config = given.pathPatternConfig();
        List<String> regexes =
            given.regexValues().isEmpty() && config != null
                ? config.regexValues()
                : given.regexValues();
        yield new RuleCondition.PathPattern(
            values(
                "path-pattern",
                config == null ? given.values() : config.values(),
                regexes,
                128,
                "[A-Za-z0-9_.$/~\"'@:+&*?!(),;=%#-]+"),
            regexes(regexes));
      }
      case "http-header" -> header(given);
      case "http-request-method" -> {
        var config = given.httpRequestMethodConfig();
        yield new RuleCondition.RequestMethod(
            values(
                "http-request-method",
                config == null ? List.of() : config.values(),
                List.of(),
                40,
                "[A-Z_-]+"));
      }
      case "query-string" -> query(given);
      case "source-ip" -> {
        var config = given.sourceIpConfig();
        List<String> texts = config == null ? List.of() : config.values();
        if (texts.isEmpty()) {
          throw invalid("A condition value must be specified for source-ip");
        }
        yield new RuleCondition.SourceIp(texts.stream().map(ConditionReader::prefix).toList());
      }
      case null, default ->
          throw invalid(
              "Condition field '%s' must be one of '[path-pattern, host-header, http-header, http-request-method, query-string, source-ip]'"
                  .formatted(given.field()));
    };
  }

  private static RuleCondition header(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition given) {
    var config = given.httpHeaderConfig();
    String name = config == null ? null : config.httpHeaderName();
    if (config == null || name == null || !HEADER_NAME.matcher(name).matches()) {
      throw invalid("An http-header condition must have a header name of up to 40 characters");
    }
    if (name.equalsIgnoreCase("host")) {
      throw invalid("An http-header condition cannot name the Host header: use host-header");
    }
    List<String> regexes =
        given.regexValues().isEmpty() ? config.regexValues() : given.regexValues();
    return new RuleCondition.HttpHeader(
        name,
        values("http-header", config.values(), regexes, 128, "[\\x20-\\x7e]+"),
        regexes(regexes));
  }

  private static RuleCondition query(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition given) {
    var config = given.queryStringConfig();
    if (config == null || config.values().isEmpty()) {
      throw invalid("A condition value must be specified for query-string");
    }
    List<RuleCondition.Pair> pairs = new ArrayList<>();
    for (QueryStringKeyValuePair pair : config.values()) {
      if (pair.value() == null || pair.value().isEmpty() || pair.value().length() > 128) {
        throw invalid("A query-string condition must have values of 1 to 128 characters");
      }
      pairs.add(
          new RuleCondition.Pair(
              Optional.ofNullable(pair.key()).filter(k -> !k.isEmpty()), pair.value()));
    }
    return new RuleCondition.QueryString(pairs);
  }

  private static List<String> values(
      String field, List<String> values, List<String> regexes, int most, String characters) {
    if (values.isEmpty() && regexes.isEmpty()) {
      throw invalid("A condition value must be specified for %s".formatted(field));
    }
    for (String value : values) {
      if (value.length() > most || !value.matches(characters)) {
        throw invalid(
            "The condition value '%s' of %s contains a character that is not valid, or is longer than %d"
                .formatted(value, field, most));
      }
    }
    return values;
  }

  private static List<String> regexes(List<String> regexes) {
    for (String regex : regexes) {
      try {
        var _ = Pattern.compile(regex);
      } catch (PatternSyntaxException e) {
        throw new AwsException(
            "ValidationError",
            "'%s' is not a valid regular expression: %s".formatted(regex, e.getDescription()));
      }
    }
    return regexes;
  }

  private static Prefix prefix(String text) {
    return Prefix.parse(text)
        .orElseThrow(() -> invalid("'%s' is not a valid CIDR block".formatted(text)));
  }

  private static AwsException invalid(String text) {
    return new AwsException("ValidationError", text);
  }
}
