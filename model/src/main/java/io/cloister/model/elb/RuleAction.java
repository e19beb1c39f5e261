package io.cloister.model.elb;

import io.cloister.model.id.TargetGroupArn;
import java.util.List;
import java.util.Optional;

/** What a listener does with a request or a connection. */
public sealed interface RuleAction {

  /**
   * Hands it to a target of one of these groups.
   *
   * @param groups 1 to 5
   * @param stickySeconds how long a client stays with the group it got, 1..604,800; empty when it
   *     doesn't
   */
  record Forward(List<Weighted> groups, Optional<Integer> stickySeconds) implements RuleAction {
    /** Copies. */
    public Forward {
      groups = List.copyOf(groups);
    }
  }

  /**
   * A target group and its share.
   *
   * @param weight 0..999
   */
  record Weighted(TargetGroupArn group, int weight) {}

  /**
   * Answers with another address; each part may have {@code #{host}}, {@code #{path}}, {@code
   * #{port}}, {@code #{protocol}} and {@code #{query}}.
   *
   * @param status 301 or 302
   */
  record Redirect(String protocol, String host, String port, String path, String query, int status)
      implements RuleAction {}

  /**
   * Answers by itself.
   *
   * @param status 200..599
   * @param contentType empty for none
   */
  record FixedResponse(int status, String contentType, String body) implements RuleAction {}
}
