package io.cloister.control.action.elb.listener;

import io.cloister.control.action.elb.rule.ActionAnswer;
import io.cloister.control.action.elb.support.ElbAttributes;
import io.cloister.model.elb.Listener;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;

/** Listeners as answers give them. */
final class ListenerAnswer {
  private ListenerAnswer() {}

  static software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener of(
      Listener listener) {
    software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener.Builder answer =
        software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener.builder()
            .listenerArn(listener.id().value())
            .loadBalancerArn(listener.loadBalancer().value())
            .port(listener.port())
            .protocol(listener.protocol().name())
            .defaultActions(ActionAnswer.of(listener.defaultActions()));
    listener.sslPolicy().ifPresent(answer::sslPolicy);
    listener.alpn().ifPresent(answer::alpnPolicy);
    listener.certificates().stream()
        .findFirst()
        .ifPresent(c -> answer.certificates(Certificate.builder().certificateArn(c).build()));
    return answer.build();
  }

  /** All attributes, with the defaults of those that weren't set. */
  static List<ListenerAttribute> attributes(Listener listener) {
    return ElbAttributes.ofListener(listener.protocol())
        .effective(listener.attributes())
        .entrySet()
        .stream()
        .map(e -> ListenerAttribute.builder().key(e.getKey()).value(e.getValue()).build())
        .toList();
  }
}
