package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeResponse;

/** Sets which families the nodes of a load balancer answer. */
public record SetIpAddressType(PublicPool pool)
    implements Action<SetIpAddressTypeRequest, SetIpAddressTypeResponse> {
  @Override
  public Class<SetIpAddressTypeRequest> request() {
    return SetIpAddressTypeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LoadBalancerArn", "IpAddressType");
  }

  @Override
  public Decision<SetIpAddressTypeResponse> decide(
      Network network, Caller caller, SetIpAddressTypeRequest request, Draw draw) {
    LoadBalancer balancer = ElbLookups.balancer(network, caller, request.loadBalancerArn());
    LoadBalancer.AddressType type =
        BalancerRules.addressType(
            request.ipAddressTypeAsString(), balancer.scheme(), balancer.kind());
    Renewal renewal = new Renewal(network, balancer, type, pool, draw);
    LoadBalancer after = balancer.withNodes(type, renewal.kept());
    List<Change> changes = new ArrayList<>(renewal.changes());
    changes.add(new Change.Put(after));
    return new Decision<>(
        changes, SetIpAddressTypeResponse.builder().ipAddressType(type.text()).build());
  }
}
