package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsResponse;

/**
 * Replaces the subnets of a load balancer: zones that stay keep their node, others get one or lose
 * it. A Network Load Balancer keeps the zones that it has.
 */
public record SetSubnets(PublicPool pool) implements Action<SetSubnetsRequest, SetSubnetsResponse> {
  @Override
  public Class<SetSubnetsRequest> request() {
    return SetSubnetsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LoadBalancerArn", "Subnets", "SubnetMappings", "IpAddressType");
  }

  @Override
  public Decision<SetSubnetsResponse> decide(
      Network network, Caller caller, SetSubnetsRequest request, Draw draw) {
    LoadBalancer balancer = ElbLookups.balancer(network, caller, request.loadBalancerArn());
    List<NodeWish> wishes =
        NodeWish.read(network, caller, request.subnets(), request.subnetMappings());
    BalancerRules.zones(balancer.kind(), wishes);
    if (!wishes.getFirst().subnet().vpc().equals(balancer.vpc())) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "The subnets must be in the load balancer's VPC, %s".formatted(balancer.vpc()));
    }
    LoadBalancer.AddressType type =
        request.ipAddressTypeAsString() == null
            ? balancer.addressType()
            : BalancerRules.addressType(
                request.ipAddressTypeAsString(), balancer.scheme(), balancer.kind());
    Renewal renewal = new Renewal(network, balancer, type, pool, draw);
    LoadBalancer after = balancer.withNodes(type, renewal.nodes(wishes));
    List<Change> changes = new ArrayList<>(renewal.changes());
    changes.add(new Change.Put(after));
    return new Decision<>(
        changes,
        SetSubnetsResponse.builder()
            .availabilityZones(BalancerAnswer.zones(network.apply(changes), after))
            .ipAddressType(type.text())
            .build());
  }
}
