package io.cloister.control.action.endpoint;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Leg;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointResponse;

/** Changes where an endpoint is, what it carries, its policy and its names. */
final class ModifyVpcEndpoint
    implements Action<ModifyVpcEndpointRequest, ModifyVpcEndpointResponse> {
  @Override
  public Class<ModifyVpcEndpointRequest> request() {
    return ModifyVpcEndpointRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "VpcEndpointId",
        "ResetPolicy",
        "PolicyDocument",
        "AddRouteTableIds",
        "RemoveRouteTableIds",
        "AddSubnetIds",
        "RemoveSubnetIds",
        "AddSecurityGroupIds",
        "RemoveSecurityGroupIds",
        "PrivateDnsEnabled");
  }

  @Override
  public Decision<ModifyVpcEndpointResponse> decide(
      Network network, Caller caller, ModifyVpcEndpointRequest request, Draw draw) {
    VpcEndpoint endpoint =
        Lookups.ENDPOINT.get(network.endpoints(), caller, request.vpcEndpointId());
    Vpc vpc = network.vpcs().require(endpoint.vpc());
    checkType(endpoint, request);
    VpcEndpoint changed = endpoint.withPolicy(policy(endpoint, request));
    List<Change> changes = new ArrayList<>();
    changed =
        switch (endpoint.type()) {
          case GATEWAY -> tables(network, caller, vpc, changed, request);
          case INTERFACE -> legs(network, caller, vpc, changed, request, draw, changes);
        };
    if (request.privateDnsEnabled() != null && endpoint.type() == VpcEndpoint.Type.INTERFACE) {
      if (request.privateDnsEnabled()) {
        Choices.checkPrivateDns(
            network,
            vpc,
            AwsService.get(caller, endpoint.service(), endpoint.type()),
            Optional.of(endpoint.id()));
      }
      changed = changed.withDns(request.privateDnsEnabled(), changed.dnsOptions());
    }
    changes.add(new Change.Put(changed));
    return new Decision<>(changes, ModifyVpcEndpointResponse.builder().returnValue(true).build());
  }

  private static void checkType(VpcEndpoint endpoint, ModifyVpcEndpointRequest request) {
    boolean wrong =
        switch (endpoint.type()) {
          case GATEWAY ->
              !request.addSubnetIds().isEmpty()
                  || !request.removeSubnetIds().isEmpty()
                  || !request.addSecurityGroupIds().isEmpty()
                  || !request.removeSecurityGroupIds().isEmpty()
                  || Boolean.TRUE.equals(request.privateDnsEnabled());
          case INTERFACE ->
              !request.addRouteTableIds().isEmpty() || !request.removeRouteTableIds().isEmpty();
        };
    if (wrong) {
      throw new AwsException(
          "InvalidParameter",
          endpoint.type() == VpcEndpoint.Type.GATEWAY
              ? "A gateway endpoint has no subnets, security groups or private DNS: give it route tables"
              : "An interface endpoint has no route tables: give it subnets");
    }
  }

  private static Optional<String> policy(VpcEndpoint endpoint, ModifyVpcEndpointRequest request) {
    boolean reset = Boolean.TRUE.equals(request.resetPolicy());
    if (reset && request.policyDocument() != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameters resetPolicy and policyDocument may not be used together");
    }
    if (reset) {
      return Optional.of(Choices.ALLOW_ALL);
    }
    return request.policyDocument() == null
        ? endpoint.policy()
        : Optional.of(Choices.policy(request.policyDocument()));
  }

  private static VpcEndpoint tables(
      Network network,
      Caller caller,
      Vpc vpc,
      VpcEndpoint endpoint,
      ModifyVpcEndpointRequest request) {
    for (String id : request.removeRouteTableIds()) {
      if (endpoint.routeTables().stream().noneMatch(t -> t.value().equals(id))) {
        throw new AwsException(
            "InvalidParameter",
            "The route table %s is not associated with %s".formatted(id, endpoint.id()));
      }
    }
    var added =
        Choices.tables(
            network,
            caller,
            vpc,
            endpoint.service(),
            Optional.of(endpoint.id()),
            request.addRouteTableIds());
    return endpoint.withRouteTables(
        Stream.concat(
                endpoint.routeTables().stream()
                    .filter(t -> !request.removeRouteTableIds().contains(t.value())),
                added.stream())
            .distinct()
            .toList());
  }

  private static VpcEndpoint legs(
      Network network,
      Caller caller,
      Vpc vpc,
      VpcEndpoint endpoint,
      ModifyVpcEndpointRequest request,
      Draw draw,
      List<Change> changes) {
    List<SecurityGroupId> groups = groups(network, caller, vpc, endpoint, request);
    List<String> before = endpoint.legs().stream().map(l -> l.subnet().value()).toList();
    for (String id : request.removeSubnetIds()) {
      if (!before.contains(id)) {
        throw new AwsException(
            "InvalidParameter", "The subnet ID '%s' is not one of %s".formatted(id, endpoint.id()));
      }
    }
    Set<String> after = new LinkedHashSet<>(before);
    request.removeSubnetIds().forEach(after::remove);
    after.addAll(request.addSubnetIds());
    List<Subnet> subnets = Choices.subnets(network, caller, vpc, List.copyOf(after));
    List<Leg> kept = new ArrayList<>();
    for (Leg leg : endpoint.legs()) {
      if (after.contains(leg.subnet().value())) {
        kept.add(leg);
        if (!groups.equals(endpoint.groups())) {
          changes.add(new Change.Put(network.interfaces().require(leg.eni()).withGroups(groups)));
        }
      } else {
        changes.add(new Change.Remove(leg.eni()));
      }
    }
    List<Subnet> fresh = subnets.stream().filter(s -> !before.contains(s.id().value())).toList();
    if (!fresh.isEmpty()) {
      kept.addAll(
          new EndpointInterfaces(network, draw, endpoint.id())
              .make(caller, fresh, groups, changes));
    }
    return endpoint.withLegs(kept, groups);
  }

  private static List<SecurityGroupId> groups(
      Network network,
      Caller caller,
      Vpc vpc,
      VpcEndpoint endpoint,
      ModifyVpcEndpointRequest request) {
    if (request.addSecurityGroupIds().isEmpty() && request.removeSecurityGroupIds().isEmpty()) {
      return endpoint.groups();
    }
    Set<String> after = new LinkedHashSet<>();
    endpoint.groups().forEach(g -> after.add(g.value()));
    for (String id : request.removeSecurityGroupIds()) {
      if (!after.remove(id)) {
        throw new AwsException(
            "InvalidGroup.NotFound",
            "The security group '%s' is not one of %s".formatted(id, endpoint.id()));
      }
    }
    after.addAll(request.addSecurityGroupIds());
    if (after.isEmpty()) {
      throw new AwsException(
          "InvalidParameter",
          "%s would have no security group: add one in the same request".formatted(endpoint.id()));
    }
    return Choices.groups(network, caller, vpc, List.copyOf(after));
  }
}
