package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveListenerCertificatesResponse;

/** Takes certificates away; the default one stays until it is replaced. */
public record RemoveListenerCertificates()
    implements Action<RemoveListenerCertificatesRequest, RemoveListenerCertificatesResponse> {
  @Override
  public Class<RemoveListenerCertificatesRequest> request() {
    return RemoveListenerCertificatesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ListenerArn", "Certificates");
  }

  @Override
  public Decision<RemoveListenerCertificatesResponse> decide(
      Network network, Caller caller, RemoveListenerCertificatesRequest request, Draw draw) {

    Listener listener =
        TlsRules.secure(ElbLookups.listener(network, caller, request.listenerArn()));
    List<String> left = new ArrayList<>(listener.certificates());
    for (Certificate certificate : request.certificates()) {
      String arn = TlsRules.arn(certificate);
      if (left.getFirst().equals(arn)) {
        throw new AwsException(
            "OperationNotPermitted",
            "Default certificate '%s' cannot be removed: replace it with ModifyListener"
                .formatted(arn));
      }
      left.remove(arn);
    }
    return Decision.of(
        RemoveListenerCertificatesResponse.builder().build(),
        new Change.Put(listener.withCertificates(left)));
  }
}
