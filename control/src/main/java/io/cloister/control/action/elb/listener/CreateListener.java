package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.rule.ActionReader;
import io.cloister.control.action.elb.support.ElbArns;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.ElbTags;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;

/**
 * Lets a load balancer listen on a port. The same call again is answered with the listener that is
 * there.
 */
public record CreateListener() implements Action<CreateListenerRequest, CreateListenerResponse> {
  @Override
  public Class<CreateListenerRequest> request() {
    return CreateListenerRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "LoadBalancerArn",
        "Protocol",
        "Port",
        "SslPolicy",
        "Certificates",
        "DefaultActions",
        "AlpnPolicy",
        "Tags");
  }

  @Override
  public Decision<CreateListenerResponse> decide(
      Network network, Caller caller, CreateListenerRequest request, Draw draw) {

    LoadBalancer balancer = ElbLookups.balancer(network, caller, request.loadBalancerArn());
    BalancerProtocol protocol = ListenerRules.protocol(balancer, request.protocolAsString());
    int port = ListenerRules.port(request.port());
    Listener listener =
        new Listener(
            ElbArns.listener(balancer.id(), draw),
            caller.scope(),
            balancer.id(),
            protocol,
            port,
            TlsRules.policy(protocol, request.sslPolicy()),
            TlsRules.certificates(protocol, request.certificates()),
            ListenerRules.alpn(protocol, request.alpnPolicy()),
            ActionReader.read(network, caller, balancer, protocol, request.defaultActions()),
            Map.of());
    SortedMap<String, String> tags = ElbTags.given(request.tags());
    Optional<Listener> same =
        ElbLookups.listeners(network, balancer.id()).filter(l -> alike(l, listener)).findFirst();
    if (same.isPresent()) {
      return Decision.answer(answer(same.get()));
    }
    ListenerRules.free(ElbLookups.listeners(network, balancer.id()), port);
    Quotas.of(network, caller)
        .check(
            Quota.LISTENERS_PER_LOAD_BALANCER,
            ElbLookups.listeners(network, balancer.id()).count() + 1);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(listener));
    changes.addAll(ElbTags.changes(listener.id(), tags));
    return new Decision<>(changes, answer(listener));
  }

  private static boolean alike(Listener there, Listener wanted) {
    return there.port() == wanted.port()
        && there.protocol() == wanted.protocol()
        && there.sslPolicy().equals(wanted.sslPolicy())
        && there.certificates().stream().limit(1).toList().equals(wanted.certificates())
        && there.alpn().equals(wanted.alpn())
        && there.defaultActions().equals(wanted.defaultActions());
  }

  private static CreateListenerResponse answer(Listener listener) {
    return CreateListenerResponse.builder().listeners(ListenerAnswer.of(listener)).build();
  }
}
