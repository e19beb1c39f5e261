package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Peerings;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;

/** Deletes an empty VPC with its main route table, default network ACL and default group. */
public record DeleteVpc() implements Action<DeleteVpcRequest, DeleteVpcResponse> {
  @Override
  public Class<DeleteVpcRequest> request() {
    return DeleteVpcRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcId");
  }

  @Override
  public Decision<DeleteVpcResponse> decide(
      Network network, Caller caller, DeleteVpcRequest request, Draw draw) {
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    List<RouteTable> tables = Parts.routeTables(network, vpc.id());
    List<NetworkAcl> acls = Parts.acls(network, vpc.id());
    List<SecurityGroup> groups = Parts.groups(network, vpc.id());
    new Dependencies()
        .add(Parts.interfaces(network, vpc.id()))
        .add(Parts.subnets(network, vpc.id()).stream())
        .add(Parts.gateway(network, vpc.id()).stream())
        .addIds(network.index().endpoints(vpc.id()).toList())
        .add(Peerings.live(network, vpc.id(), draw.now()))
        .add(tables.stream().filter(t -> !t.main()))
        .add(acls.stream().filter(a -> !a.isDefault()))
        .add(groups.stream().filter(g -> !g.isDefault()))
        .refuse("vpc", vpc.id());

    List<Change> changes = new ArrayList<>();
    for (SecurityGroup group : groups) {
      for (SecurityGroupRule rule : group.rules()) {
        if (network.tags().has(rule.id())) {
          changes.add(new Change.Tag(rule.id(), Collections.emptySortedMap()));
        }
      }
      changes.add(new Change.Remove(group.id()));
    }
    acls.forEach(a -> changes.add(new Change.Remove(a.id())));
    tables.forEach(t -> changes.add(new Change.Remove(t.id())));
    changes.add(new Change.Remove(vpc.id()));
    return new Decision<>(changes, DeleteVpcResponse.builder().build());
  }
}
