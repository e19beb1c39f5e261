package io.cloister.control.action.elb.rule;

import io.cloister.model.elb.RuleAction;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** What listeners and rules do, as answers give it. */
public final class ActionAnswer {
  private ActionAnswer() {}

  /** Actions in their order. */
  public static List<Action> of(List<RuleAction> actions) {
    List<Action> answer = new ArrayList<>();
    for (RuleAction action : actions) {
      answer.add(of(action).order(answer.size() + 1).build());
    }
    return answer;
  }

  private static Action.Builder of(RuleAction action) {
    return switch (action) {
      case RuleAction.Forward forward -> forward(forward);
      case RuleAction.Redirect to ->
          Action.builder()
              .type(ActionTypeEnum.REDIRECT)
              .redirectConfig(
                  RedirectActionConfig.builder()
                      .protocol(to.protocol())
                      .host(to.host())
                      .port(to.port())
                      .path(to.path())
                      .query(to.query())
                      .statusCode("HTTP_" + to.status())
                      .build());
      case RuleAction.FixedResponse fixed -> fixed(fixed);
    };
  }

  private static Action.Builder forward(RuleAction.Forward forward) {
    TargetGroupStickinessConfig.Builder sticky =
        TargetGroupStickinessConfig.builder().enabled(forward.stickySeconds().isPresent());
    forward.stickySeconds().ifPresent(sticky::durationSeconds);
    Action.Builder answer =
        Action.builder()
            .type(ActionTypeEnum.FORWARD)
            .forwardConfig(
                ForwardActionConfig.builder()
                    .targetGroups(
                        forward.groups().stream()
                            .map(g ->
                                TargetGroupTuple.builder()
                                    .targetGroupArn(g.group().value())
                                    .weight(g.weight())
                                    .build())
                            .toList())
                    .targetGroupStickinessConfig(sticky.build())
                    .build());
    if (forward.groups().size() == 1) {
      answer.targetGroupArn(forward.groups().getFirst().group().value());
    }
    return answer;
  }

  private static Action.Builder fixed(RuleAction.FixedResponse fixed) {
    FixedResponseActionConfig.Builder config =
        FixedResponseActionConfig.builder().statusCode(Integer.toString(fixed.status()));
    if (!fixed.contentType().isEmpty()) {
      config.contentType(fixed.contentType());
    }
    if (!fixed.body().isEmpty()) {
      config.messageBody(fixed.body());
    }
    return Action.builder().type(ActionTypeEnum.FIXED_RESPONSE).fixedResponseConfig(config.build());
  }
}
