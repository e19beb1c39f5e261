package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryResponse;

/** Deletes the rule of a number. */
public record DeleteNetworkAclEntry()
    implements Action<DeleteNetworkAclEntryRequest, DeleteNetworkAclEntryResponse> {
  @Override
  public Class<DeleteNetworkAclEntryRequest> request() {
    return DeleteNetworkAclEntryRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkAclId", "RuleNumber", "Egress");
  }

  @Override
  public Decision<DeleteNetworkAclEntryResponse> decide(
      Network network, Caller caller, DeleteNetworkAclEntryRequest request, Draw draw) {

    NetworkAcl acl = Lookups.NETWORK_ACL.get(network.networkAcls(), caller, request.networkAclId());
    NetworkAcl.Entry there =
        AclEntries.get(
            acl,
            AclEntryRequests.direction(request.egress()),
            AclEntryRequests.number(request.ruleNumber()));
    return Decision.of(
        DeleteNetworkAclEntryResponse.builder().build(),
        new Change.Put(AclEntries.without(acl, there)));
  }
}
