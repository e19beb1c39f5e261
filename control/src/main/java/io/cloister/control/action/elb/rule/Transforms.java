package io.cloister.control.action.elb.rule;

import io.cloister.control.action.AwsException;
import io.cloister.model.elb.RuleTransform;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RewriteConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TransformTypeEnum;

/** Reads and answers the rewrites of a rule: at most one of each kind. */
final class Transforms {
  private Transforms() {}

  /**
   * The rewrites of a request.
   *
   * @throws AwsException {@code ValidationError}
   */
  static List<RuleTransform> read(
      List<software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleTransform> given) {
    List<RuleTransform> transforms = given.stream().map(Transforms::one).toList();
    if (transforms.stream().map(Object::getClass).distinct().count() < transforms.size()) {
      throw new AwsException("ValidationError", "A rule can have one transform of each type only");
    }
    return transforms;
  }

  private static RuleTransform one(
      software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleTransform given) {
    return switch (given.typeAsString()) {
      case "host-header-rewrite" -> {
        RewriteConfig rewrite =
            rewrite(
                given.hostHeaderRewriteConfig() == null
                    ? List.of()
                    : given.hostHeaderRewriteConfig().rewrites());
        yield new RuleTransform.HostHeaderRewrite(rewrite.regex(), rewrite.replace());
      }
      case "url-rewrite" -> {
        RewriteConfig rewrite =
            rewrite(
                given.urlRewriteConfig() == null ? List.of() : given.urlRewriteConfig().rewrites());
        yield new RuleTransform.UrlRewrite(rewrite.regex(), rewrite.replace());
      }
      case null, default ->
          throw new AwsException(
              "ValidationError",
              "Transform type '%s' must be host-header-rewrite or url-rewrite"
                  .formatted(given.typeAsString()));
    };
  }

  private static RewriteConfig rewrite(List<RewriteConfig> given) {
    if (given.size() != 1
        || given.getFirst().regex() == null
        || given.getFirst().replace() == null) {
      throw new AwsException(
          "ValidationError",
          "A transform must have exactly one rewrite with a regex and a replace");
    }
    try {
      var _ = Pattern.compile(given.getFirst().regex());
    } catch (PatternSyntaxException e) {
      throw new AwsException(
          "ValidationError",
          "'%s' is not a valid regular expression: %s"
              .formatted(given.getFirst().regex(), e.getDescription()));
    }
    return given.getFirst();
  }

  static software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleTransform answer(
      RuleTransform transform) {
    RewriteConfig rewrite =
        RewriteConfig.builder().regex(transform.regex()).replace(transform.replace()).build();
    return switch (transform) {
      case RuleTransform.HostHeaderRewrite _ ->
          software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleTransform.builder()
              .type(TransformTypeEnum.HOST_HEADER_REWRITE)
              .hostHeaderRewriteConfig(b -> b.rewrites(rewrite))
              .build();
      case RuleTransform.UrlRewrite _ ->
          software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleTransform.builder()
              .type(TransformTypeEnum.URL_REWRITE)
              .urlRewriteConfig(b -> b.rewrites(rewrite))
              .build();
    };
  }
}
