package io.cloister.control.action.elb.tags;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbPage;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;

/** The quotas of the account that are about load balancing. */
public record DescribeAccountLimits()
    implements Action<DescribeAccountLimitsRequest, DescribeAccountLimitsResponse> {
  @Override
  public Class<DescribeAccountLimitsRequest> request() {
    return DescribeAccountLimitsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("Marker", "PageSize");
  }

  @Override
  public Decision<DescribeAccountLimitsResponse> decide(
      Network network, Caller caller, DescribeAccountLimitsRequest request, Draw draw) {

    Quotas quotas = Quotas.of(network, caller);
    List<Limit> all =
        NAMES.entrySet().stream()
            .map(e ->
                Limit.builder()
                    .name(e.getKey())
                    .max(Integer.toString(quotas.limit(e.getValue())))
                    .build())
            .toList();
    Page<Limit> page = ElbPage.of(all, Limit::name, request.pageSize(), request.marker());
    return Decision.answer(
        DescribeAccountLimitsResponse.builder()
            .limits(page.items())
            .nextMarker(page.nextToken())
            .build());
  }

  private static final SortedMap<String, Quota> NAMES =
      new TreeMap<>(
          Map.of(
              "application-load-balancers", Quota.APPLICATION_LOAD_BALANCERS_PER_REGION,
              "network-load-balancers", Quota.NETWORK_LOAD_BALANCERS_PER_REGION,
              "target-groups", Quota.TARGET_GROUPS_PER_REGION,
              "listeners-per-application-load-balancer", Quota.LISTENERS_PER_LOAD_BALANCER,
              "listeners-per-network-load-balancer", Quota.LISTENERS_PER_LOAD_BALANCER,
              "rules-per-application-load-balancer", Quota.RULES_PER_LOAD_BALANCER,
              "certificates-per-application-load-balancer", Quota.CERTIFICATES_PER_LISTENER));
}
