package io.cloister.control.action.elb.balancer;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.elb.support.BalancerNames;
import io.cloister.control.action.elb.support.ElbArns;
import io.cloister.control.action.elb.support.ElbTags;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;

/**
 * Makes a load balancer with a node in each subnet. The same call again is answered with the one
 * that is there, as the API's own idempotency by name has it.
 */
public record CreateLoadBalancer(PublicPool pool)
    implements Action<CreateLoadBalancerRequest, CreateLoadBalancerResponse> {
  @Override
  public Class<CreateLoadBalancerRequest> request() {
    return CreateLoadBalancerRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "Name",
        "Subnets",
        "SubnetMappings",
        "SecurityGroups",
        "Scheme",
        "Tags",
        "Type",
        "IpAddressType");
  }

  @Override
  public Set<Feature> needs(CreateLoadBalancerRequest request) {
    return Set.of(Feature.LOAD_BALANCERS);
  }

  @Override
  public Decision<CreateLoadBalancerResponse> decide(
      Network network, Caller caller, CreateLoadBalancerRequest request, Draw draw) {
    String name = BalancerNames.checked("load balancer", request.name());
    LoadBalancer.Kind kind = kind(request.typeAsString());
    LoadBalancer.Scheme scheme = scheme(request.schemeAsString());
    LoadBalancer.AddressType type =
        BalancerRules.addressType(
            request.ipAddressTypeAsString() == null ? "ipv4" : request.ipAddressTypeAsString(),
            scheme,
            kind);
    SortedMap<String, String> tags = ElbTags.given(request.tags());
    List<NodeWish> wishes =
        NodeWish.read(network, caller, request.subnets(), request.subnetMappings());
    VpcId vpc = wishes.getFirst().subnet().vpc();
    BalancerRules.zones(kind, wishes);
    List<SecurityGroupId> groups =
        BalancerRules.groups(network, caller, kind, vpc, request.securityGroups());
    Optional<LoadBalancer> same =
        network
            .loadBalancers()
            .where(b -> b.name().equals(name) && b.scope().equals(caller.scope()))
            .findFirst();
    if (same.isPresent()) {
      return again(network, same.get(), kind, scheme, type, wishes, groups);
    }
    BalancerRules.gateway(network, scheme, vpc);
    BalancerRules.count(network, caller, kind);
    String end = ElbArns.fresh(draw);
    NewNodes nodes = new NewNodes(network, pool, draw);
    String description = "ELB %s/%s/%s".formatted(kind.inArn(), name, end);
    List<LoadBalancer.Node> made =
        wishes.stream().map(w -> nodes.make(w, kind, scheme, type, groups, description)).toList();
    LoadBalancer balancer =
        new LoadBalancer(
            ElbArns.balancer(caller, kind, name, end),
            caller.scope(),
            name,
            kind,
            scheme,
            vpc,
            type,
            made,
            groups,
            Map.of(),
            dnsName(caller, kind, scheme, name, end, draw),
            LoadBalancer.State.PROVISIONING,
            draw.now());
    List<Change> changes = new ArrayList<>(nodes.changes());
    changes.add(new Change.Put(balancer));
    changes.addAll(ElbTags.changes(balancer.id(), tags));
    return new Decision<>(changes, answer(network.apply(changes), balancer));
  }

  private static CreateLoadBalancerResponse answer(Network network, LoadBalancer balancer) {
    return CreateLoadBalancerResponse.builder()
        .loadBalancers(BalancerAnswer.of(network, balancer))
        .build();
  }

  private static Decision<CreateLoadBalancerResponse> again(
      Network network,
      LoadBalancer there,
      LoadBalancer.Kind kind,
      LoadBalancer.Scheme scheme,
      LoadBalancer.AddressType type,
      List<NodeWish> wishes,
      List<SecurityGroupId> groups) {
    Set<SubnetId> subnets = wishes.stream().map(w -> w.subnet().id()).collect(Collectors.toSet());
    boolean equal =
        there.kind() == kind
            && there.scheme() == scheme
            && there.addressType() == type
            && there.nodes().stream()
                .map(LoadBalancer.Node::subnet)
                .collect(Collectors.toSet())
                .equals(subnets)
            && new HashSet<>(there.groups()).equals(new HashSet<>(groups));
    if (!equal) {
      throw new AwsException(
          "DuplicateLoadBalancerName",
          "A load balancer with the same name '%s' exists, but with different settings"
              .formatted(there.name()));
    }
    return Decision.answer(answer(network, there));
  }

  private static LoadBalancer.Kind kind(@Nullable String text) {
    if (text == null || text.equals(LoadBalancer.Kind.APPLICATION.text())) {
      return LoadBalancer.Kind.APPLICATION;
    }
    if (text.equals(LoadBalancer.Kind.NETWORK.text())) {
      return LoadBalancer.Kind.NETWORK;
    }
    throw new AwsException(
        "UnsupportedOperation",
        "Load balancers of the type '%s' are not built: application and network are"
            .formatted(text));
  }

  private static LoadBalancer.Scheme scheme(@Nullable String text) {
    return text == null || text.equals(LoadBalancer.Scheme.INTERNET_FACING.text())
        ? LoadBalancer.Scheme.INTERNET_FACING
        : LoadBalancer.Scheme.INTERNAL;
  }

  /**
   * {@code NAME-1234567890.REGION.elb.amazonaws.com} for an Application Load Balancer, with the end
   * of the ARN and {@code .elb.REGION.} for a Network Load Balancer.
   */
  private static String dnsName(
      Caller caller,
      LoadBalancer.Kind kind,
      LoadBalancer.Scheme scheme,
      String name,
      String end,
      Draw draw) {
    String suffix = caller.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return switch (kind) {
      case APPLICATION ->
          "%s%s-%d.%s.elb.%s"
              .formatted(
                  scheme == LoadBalancer.Scheme.INTERNAL ? "internal-" : "",
                  name,
                  1_000_000_000L + draw.number(1_000_000_000L),
                  caller.region(),
                  suffix);
      case NETWORK -> "%s-%s.elb.%s.%s".formatted(name, end, caller.region(), suffix);
    };
  }
}
