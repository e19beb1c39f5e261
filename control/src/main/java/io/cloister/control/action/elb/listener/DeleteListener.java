package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.Listener;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;

/** Deletes a listener with its rules. */
public record DeleteListener() implements Action<DeleteListenerRequest, DeleteListenerResponse> {
  @Override
  public Class<DeleteListenerRequest> request() {
    return DeleteListenerRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ListenerArn");
  }

  @Override
  public Decision<DeleteListenerResponse> decide(
      Network network, Caller caller, DeleteListenerRequest request, Draw draw) {

    Listener listener = ElbLookups.listener(network, caller, request.listenerArn());
    List<Change> changes = new ArrayList<>();
    ElbLookups.rules(network, listener.id())
        .forEach(rule -> changes.add(new Change.Remove(rule.id())));
    changes.add(new Change.Remove(listener.id()));
    return new Decision<>(changes, DeleteListenerResponse.builder().build());
  }
}
