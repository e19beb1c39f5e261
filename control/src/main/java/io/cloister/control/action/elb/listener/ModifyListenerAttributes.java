package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbAttributes;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.Listener;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerAttributesResponse;

/** Sets attributes of a listener. */
public record ModifyListenerAttributes()
    implements Action<ModifyListenerAttributesRequest, ModifyListenerAttributesResponse> {
  @Override
  public Class<ModifyListenerAttributesRequest> request() {
    return ModifyListenerAttributesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ListenerArn", "Attributes");
  }

  @Override
  public Decision<ModifyListenerAttributesResponse> decide(
      Network network, Caller caller, ModifyListenerAttributesRequest request, Draw draw) {

    Listener listener = ElbLookups.listener(network, caller, request.listenerArn());
    Listener after =
        listener.withAttributes(
            ElbAttributes.ofListener(listener.protocol())
                .set(
                    listener.attributes(),
                    request.attributes().stream()
                        .map(a -> Map.entry(a.key(), a.value()))
                        .toList()));
    return Decision.of(
        ModifyListenerAttributesResponse.builder()
            .attributes(ListenerAnswer.attributes(after))
            .build(),
        new Change.Put(after));
  }
}
