package io.cloister.control.action.elb.listener;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.ElbPage;
import io.cloister.control.action.support.Page;
import io.cloister.model.elb.Listener;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesResponse;

/** The certificates of a listener, the default one first. */
public record DescribeListenerCertificates()
    implements Action<DescribeListenerCertificatesRequest, DescribeListenerCertificatesResponse> {
  @Override
  public Class<DescribeListenerCertificatesRequest> request() {
    return DescribeListenerCertificatesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ListenerArn", "Marker", "PageSize");
  }

  @Override
  public Decision<DescribeListenerCertificatesResponse> decide(
      Network network, Caller caller, DescribeListenerCertificatesRequest request, Draw draw) {

    Listener listener =
        TlsRules.secure(ElbLookups.listener(network, caller, request.listenerArn()));
    List<Certificate> all = new ArrayList<>();
    for (String arn : listener.certificates()) {
      all.add(Certificate.builder().certificateArn(arn).isDefault(all.isEmpty()).build());
    }
    Page<Certificate> page =
        ElbPage.of(
            all,
            c -> "%05d".formatted(listener.certificates().indexOf(c.certificateArn())),
            request.pageSize(),
            request.marker());
    return Decision.answer(
        DescribeListenerCertificatesResponse.builder()
            .certificates(page.items())
            .nextMarker(page.nextToken())
            .build());
  }
}
