package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.rule.ActionAnswer;
import io.cloister.control.action.elb.rule.ActionReader;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.Listener;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;

/** Changes a listener; what isn't given stays. */
public record ModifyListener() implements Action<ModifyListenerRequest, ModifyListenerResponse> {
  @Override
  public Class<ModifyListenerRequest> request() {
    return ModifyListenerRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "ListenerArn",
        "Protocol",
        "Port",
        "SslPolicy",
        "Certificates",
        "DefaultActions",
        "AlpnPolicy");
  }

  @Override
  public Decision<ModifyListenerResponse> decide(
      Network network, Caller caller, ModifyListenerRequest request, Draw draw) {

    Listener listener = ElbLookups.listener(network, caller, request.listenerArn());
    LoadBalancer balancer = network.loadBalancers().require(listener.loadBalancer());
    BalancerProtocol protocol =
        request.protocolAsString() == null
            ? listener.protocol()
            : ListenerRules.protocol(balancer, request.protocolAsString());
    int port = request.port() == null ? listener.port() : ListenerRules.port(request.port());
    ListenerRules.free(
        ElbLookups.listeners(network, balancer.id()).filter(l -> !l.id().equals(listener.id())),
        port);
    boolean stays = protocol.isSecure() && listener.protocol().isSecure();
    Listener after =
        new Listener(
            listener.id(),
            listener.scope(),
            balancer.id(),
            protocol,
            port,
            stays && request.sslPolicy() == null
                ? listener.sslPolicy()
                : TlsRules.policy(protocol, request.sslPolicy()),
            stays && request.certificates().isEmpty()
                ? listener.certificates()
                : certificates(protocol, listener, request.certificates()),
            protocol == BalancerProtocol.TLS && request.alpnPolicy().isEmpty()
                ? listener.alpn()
                : ListenerRules.alpn(protocol, request.alpnPolicy()),
            request.defaultActions().isEmpty()
                ? ActionReader.read(
                    network, caller, balancer, protocol, ActionAnswer.of(listener.defaultActions()))
                : ActionReader.read(network, caller, balancer, protocol, request.defaultActions()),
            listener.attributes());
    return Decision.of(
        ModifyListenerResponse.builder().listeners(ListenerAnswer.of(after)).build(),
        new Change.Put(after));
  }

  /** Another default certificate, before those that were added. */
  private static List<String> certificates(
      BalancerProtocol protocol, Listener listener, List<Certificate> given) {
    List<String> first = TlsRules.certificates(protocol, given);
    return first.isEmpty()
        ? List.of()
        : Stream.concat(
                first.stream(),
                listener.certificates().stream().skip(1).filter(c -> !first.contains(c)))
            .toList();
  }
}
