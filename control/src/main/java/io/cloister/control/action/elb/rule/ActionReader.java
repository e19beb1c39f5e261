package io.cloister.control.action.elb.rule;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.GroupUse;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.RuleAction;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;

/**
 * Reads what a listener or a rule does. Source: the API reference's {@code Action} and the listener
 * pages of both guides.
 */
public final class ActionReader {
  private static final int MOST_GROUPS = 5;
  private static final int MOST_BODY = 1024;
  private static final Pattern STATUS = Pattern.compile("[245]\\d\\d");

  private ActionReader() {}

  /**
   * The actions of a request: one that answers or forwards.
   *
   * @param listener what the listener speaks
   * @throws AwsException AWS's code for what it refuses, {@code UnsupportedOperation} for the
   *     authentication that isn't built
   */
  public static List<RuleAction> read(
      Network network,
      Caller caller,
      LoadBalancer balancer,
      BalancerProtocol listener,
      List<Action> given) {
    if (given.isEmpty()) {
      throw new AwsException("ValidationError", "At least one action must be specified");
    }
    for (Action action : given) {
      if (action.typeAsString() != null
          && action.typeAsString().matches("authenticate-.*|jwt-.*")) {
        throw new AwsException(
            "UnsupportedOperation",
            "Actions of the type '%s' are not built: forward, redirect and fixed-response are"
                .formatted(action.typeAsString()));
      }
    }
    if (given.size() > 1) {
      throw new AwsException(
          "InvalidLoadBalancerAction",
          "Exactly one of the actions forward, redirect and fixed-response must be specified");
    }
    return List.of(one(network, caller, balancer, listener, given.getFirst()));
  }

  private static RuleAction one(
      Network network,
      Caller caller,
      LoadBalancer balancer,
      BalancerProtocol listener,
      Action action) {
    RuleAction read =
        switch (action.type()) {
          case FORWARD -> forward(action);
          case REDIRECT -> redirect(action.redirectConfig());
          case FIXED_RESPONSE -> fixed(action.fixedResponseConfig());
          case null, default ->
              throw new AwsException(
                  "ValidationError",
                  "'%s' is not a valid action type".formatted(action.typeAsString()));
        };
    if (balancer.kind() == LoadBalancer.Kind.NETWORK && !(read instanceof RuleAction.Forward)) {
      throw new AwsException(
          "InvalidLoadBalancerAction",
          "A Network Load Balancer can only forward: actions of the type '%s' are an Application Load Balancer's"
              .formatted(action.typeAsString()));
    }
    GroupUse.groups(read)
        .forEach(arn ->
            ForwardRules.check(
                network, balancer, listener, ElbLookups.targetGroup(network, caller, arn.value())));
    return read;
  }

  private static RuleAction forward(Action action) {
    ForwardActionConfig config = action.forwardConfig();
    String single = action.targetGroupArn();
    if (config == null || config.targetGroups().isEmpty()) {
      if (single == null) {
        throw invalid("A forward action must name a target group");
      }
      return new RuleAction.Forward(
          List.of(new RuleAction.Weighted(ElbLookups.targetGroupId(single), 1)), Optional.empty());
    }
    List<RuleAction.Weighted> groups =
        config.targetGroups().stream()
            .map(t ->
                new RuleAction.Weighted(
                    ElbLookups.targetGroupId(t.targetGroupArn()), weight(t.weight())))
            .toList();
    if (groups.stream().map(RuleAction.Weighted::group).distinct().count() < groups.size()) {
      throw invalid("A forward action cannot name a target group twice");
    }
    if (groups.size() > MOST_GROUPS) {
      throw new AwsException(
          "TooManyTargetGroups",
          "A forward action can have up to %d target groups: %d are given"
              .formatted(MOST_GROUPS, groups.size()));
    }
    if (single != null
        && (groups.size() > 1 || !groups.getFirst().group().value().equals(single))) {
      throw invalid(
          "The target group ARN and the forward configuration must name one and the same target group");
    }
    return new RuleAction.Forward(groups, sticky(config.targetGroupStickinessConfig()));
  }

  private static int weight(@Nullable Integer weight) {
    if (weight == null) {
      return 1;
    }
    if (weight < 0 || weight > 999) {
      throw invalid("Weight '%d' must be between 0 and 999".formatted(weight));
    }
    return weight;
  }

  private static Optional<Integer> sticky(@Nullable TargetGroupStickinessConfig config) {
    if (config == null || !Boolean.TRUE.equals(config.enabled())) {
      return Optional.empty();
    }
    Integer seconds = config.durationSeconds();
    if (seconds == null || seconds < 1 || seconds > 604_800) {
      throw invalid("Target group stickiness duration must be between 1 and 604800 seconds");
    }
    return Optional.of(seconds);
  }

  private static RuleAction redirect(@Nullable RedirectActionConfig config) {
    if (config == null || config.statusCodeAsString() == null) {
      throw invalid("A redirect action must have a configuration with a status code");
    }
    int status =
        switch (config.statusCodeAsString()) {
          case "HTTP_301" -> 301;
          case "HTTP_302" -> 302;
          default ->
              throw invalid(
                  "Redirect status code '%s' must be HTTP_301 or HTTP_302"
                      .formatted(config.statusCodeAsString()));
        };
    String protocol = otherwise(config.protocol(), "#{protocol}");
    String host = otherwise(config.host(), "#{host}");
    String port = otherwise(config.port(), "#{port}");
    String path = otherwise(config.path(), "/#{path}");
    String query = otherwise(config.query(), "#{query}");
    if (!protocol.matches("HTTPS?|#\\{protocol}")) {
      throw invalid(
          "Redirect protocol '%s' must be HTTP, HTTPS or #{protocol}".formatted(protocol));
    }
    if (!port.equals("#{port}")
        && !(port.matches("\\d{1,5}")
            && Integer.parseInt(port) >= 1
            && Integer.parseInt(port) <= 65_535)) {
      throw invalid("Redirect port '%s' must be 1 to 65535 or #{port}".formatted(port));
    }
    if (!path.startsWith("/") || path.length() > 128) {
      throw invalid(
          "Redirect path '%s' must start with '/' and be of up to 128 characters".formatted(path));
    }
    if (query.startsWith("?") || query.length() > 128) {
      throw invalid(
          "Redirect query '%s' must not start with '?' and be of up to 128 characters"
              .formatted(query));
    }
    if (protocol.equals("#{protocol}")
        && host.equals("#{host}")
        && port.equals("#{port}")
        && path.equals("/#{path}")) {
      throw invalid(
          "The redirect would be a loop: change at least one of protocol, host, port and path");
    }
    return new RuleAction.Redirect(protocol, host, port, path, query, status);
  }

  private static RuleAction fixed(@Nullable FixedResponseActionConfig config) {
    String status = config == null ? null : config.statusCode();
    if (config == null || status == null || !STATUS.matcher(status).matches()) {
      throw invalid("A fixed response must have a status code of the form 2XX, 4XX or 5XX");
    }
    String type = otherwise(config.contentType(), "");
    if (!type.matches("|text/(plain|css|html)|application/(javascript|json)")) {
      throw invalid(
          "Content type '%s' must be one of text/plain, text/css, text/html, application/javascript and application/json"
              .formatted(type));
    }
    String body = otherwise(config.messageBody(), "");
    if (body.length() > MOST_BODY) {
      throw invalid("A fixed response's body can be of up to %d characters".formatted(MOST_BODY));
    }
    return new RuleAction.FixedResponse(Integer.parseInt(status), type, body);
  }

  private static String otherwise(@Nullable String text, String usual) {
    return text == null ? usual : text;
  }

  private static AwsException invalid(String text) {
    return new AwsException("InvalidLoadBalancerAction", text);
  }
}
