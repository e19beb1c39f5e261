package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.elb.Listener;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;

/** Adds certificates that a client may ask for by name (SNI). */
public record AddListenerCertificates()
    implements Action<AddListenerCertificatesRequest, AddListenerCertificatesResponse> {
  @Override
  public Class<AddListenerCertificatesRequest> request() {
    return AddListenerCertificatesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ListenerArn", "Certificates");
  }

  @Override
  public Decision<AddListenerCertificatesResponse> decide(
      Network network, Caller caller, AddListenerCertificatesRequest request, Draw draw) {

    Listener listener =
        TlsRules.secure(ElbLookups.listener(network, caller, request.listenerArn()));
    Set<String> all = new LinkedHashSet<>(listener.certificates());
    request.certificates().forEach(c -> all.add(TlsRules.arn(c)));
    Quotas.of(network, caller).check(Quota.CERTIFICATES_PER_LISTENER, all.size() - 1L);
    Listener after = listener.withCertificates(List.copyOf(all));
    return Decision.of(
        AddListenerCertificatesResponse.builder()
            .certificates(
                request.certificates().stream()
                    .map(c ->
                        Certificate.builder()
                            .certificateArn(c.certificateArn())
                            .isDefault(false)
                            .build())
                    .toList())
            .build(),
        new Change.Put(after));
  }
}
