package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.elb.support.ElbAttributes;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;

/**
 * Deletes a load balancer with its listeners, their rules and its interfaces; target groups stay.
 * Deleting one that isn't there is no error.
 */
public record DeleteLoadBalancer()
    implements Action<DeleteLoadBalancerRequest, DeleteLoadBalancerResponse> {
  @Override
  public Class<DeleteLoadBalancerRequest> request() {
    return DeleteLoadBalancerRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LoadBalancerArn");
  }

  @Override
  public Decision<DeleteLoadBalancerResponse> decide(
      Network network, Caller caller, DeleteLoadBalancerRequest request, Draw draw) {
    Optional<LoadBalancer> there =
        network
            .loadBalancers()
            .get(ElbLookups.balancerId(request.loadBalancerArn()))
            .filter(b -> b.scope().equals(caller.scope()));
    return new Decision<>(
        there.map(b -> changes(network, b)).orElse(List.of()),
        DeleteLoadBalancerResponse.builder().build());
  }

  private static List<Change> changes(Network network, LoadBalancer balancer) {
    if (ElbAttributes.of(balancer.kind())
        .of(balancer.attributes(), "deletion_protection.enabled")
        .equals("true")) {
      throw new AwsException(
          "OperationNotPermitted",
          "Load balancer '%s' cannot be deleted because deletion protection is enabled"
              .formatted(balancer.id()));
    }
    List<Change> changes = new ArrayList<>();
    ElbLookups.listeners(network, balancer.id())
        .forEach(listener -> {
          ElbLookups.rules(network, listener.id())
              .forEach(rule -> changes.add(new Change.Remove(rule.id())));
          changes.add(new Change.Remove(listener.id()));
        });
    changes.add(new Change.Remove(balancer.id()));
    for (LoadBalancer.Node node : balancer.nodes()) {
      NetworkInterface eni = network.interfaces().require(node.eni());
      changes.addAll(Associations.freed(network, eni));
      changes.add(new Change.Remove(eni.id()));
    }
    return changes;
  }
}
