package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclResponse;

/** Deletes a network ACL that has no subnet, and is not its VPC's default one. */
public record DeleteNetworkAcl()
    implements Action<DeleteNetworkAclRequest, DeleteNetworkAclResponse> {
  @Override
  public Class<DeleteNetworkAclRequest> request() {
    return DeleteNetworkAclRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkAclId");
  }

  @Override
  public Decision<DeleteNetworkAclResponse> decide(
      Network network, Caller caller, DeleteNetworkAclRequest request, Draw draw) {

    NetworkAcl acl = Lookups.NETWORK_ACL.get(network.networkAcls(), caller, request.networkAclId());
    if (acl.isDefault()) {
      throw new AwsException(
          "InvalidParameterValue",
          "cannot delete default network ACL %s: it goes with its VPC".formatted(acl.id()));
    }
    new Dependencies()
        .addIds(acl.associations().stream().map(NetworkAcl.Association::id).toList())
        .refuse("networkAcl", acl.id());
    return Decision.of(DeleteNetworkAclResponse.builder().build(), new Change.Remove(acl.id()));
  }
}
