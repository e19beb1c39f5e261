package io.cloister.control.action.elb;

import io.cloister.control.action.Action;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.elb.balancer.BalancerActions;
import io.cloister.control.action.elb.listener.ListenerActions;
import io.cloister.control.action.elb.rule.RuleActions;
import io.cloister.control.action.elb.tags.TagActions;
import io.cloister.control.action.elb.targets.Healths;
import io.cloister.control.action.elb.targets.TargetActions;
import java.util.List;
import java.util.stream.Stream;

/** The actions of Elastic Load Balancing. */
public final class ElbActions {
  private ElbActions() {}

  /**
   * One of each.
   *
   * @param healths where the health of targets comes from
   * @param pool where public addresses of nodes come from
   */
  public static List<Action<?, ?>> all(Healths healths, PublicPool pool) {
    return Stream.of(
            BalancerActions.all(pool),
            TargetActions.all(healths),
            ListenerActions.all(),
            RuleActions.all(),
            TagActions.all())
        .<Action<?, ?>>flatMap(List::stream)
        .toList();
  }
}
