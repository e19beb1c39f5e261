package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetResponse;

/** Deletes a subnet without interfaces; its associations with a table and an ACL go with it. */
public record DeleteSubnet() implements Action<DeleteSubnetRequest, DeleteSubnetResponse> {
  @Override
  public Class<DeleteSubnetRequest> request() {
    return DeleteSubnetRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("SubnetId");
  }

  @Override
  public Decision<DeleteSubnetResponse> decide(
      Network network, Caller caller, DeleteSubnetRequest request, Draw draw) {
    Subnet subnet = Lookups.SUBNET.get(network.subnets(), caller, request.subnetId());
    new Dependencies().add(Parts.interfaces(network, subnet.id())).refuse("subnet", subnet.id());
    List<Change> changes = new ArrayList<>();
    for (RouteTable table : Parts.routeTables(network, subnet.vpc())) {
      if (table.explicitlyFor(subnet.id())) {
        changes.add(
            new Change.Put(
                table.withAssociations(
                    table.associations().stream()
                        .filter(
                            a -> !a.with().equals(new RouteTableAssociation.OfSubnet(subnet.id())))
                        .toList())));
      }
    }
    Parts.aclOf(network, subnet.id())
        .ifPresent(acl ->
            changes.add(
                new Change.Put(
                    acl.withAssociations(
                        acl.associations().stream()
                            .filter(a -> !a.subnet().equals(subnet.id()))
                            .toList()))));
    changes.add(new Change.Remove(subnet.id()));
    return new Decision<>(changes, DeleteSubnetResponse.builder().build());
  }
}
