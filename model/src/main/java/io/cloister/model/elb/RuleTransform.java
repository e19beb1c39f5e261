package io.cloister.model.elb;

/** A rewrite by a regular expression; a request that it doesn't match stays as it is. */
public sealed interface RuleTransform {
  /** The regular expression. */
  String regex();

  /** What replaces the match; {@code $1} to {@code $9} are its groups. */
  String replace();

  /** Rewrites the host. */
  record HostHeaderRewrite(String regex, String replace) implements RuleTransform {}

  /** Rewrites path and query. */
  record UrlRewrite(String regex, String replace) implements RuleTransform {}
}
