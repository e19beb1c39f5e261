package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclResponse;

/** Makes a network ACL that lets nothing pass, and has no subnet yet. */
public record CreateNetworkAcl()
    implements Action<CreateNetworkAclRequest, CreateNetworkAclResponse> {
  @Override
  public Class<CreateNetworkAclRequest> request() {
    return CreateNetworkAclRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcId", "TagSpecifications");
  }

  @Override
  public Decision<CreateNetworkAclResponse> decide(
      Network network, Caller caller, CreateNetworkAclRequest request, Draw draw) {

    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "network-acl");
    Quotas.of(network, caller)
        .check(Quota.NETWORK_ACLS_PER_VPC, 1L + Parts.acls(network, vpc.id()).size());
    NetworkAcl acl =
        new NetworkAcl(
            new NetworkAclId(draw.id(NetworkAclId.PREFIX)),
            caller.scope(),
            vpc.id(),
            false,
            List.of(),
            List.of());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(acl));
    changes.addAll(Tagging.changes(acl.id(), tags));
    return new Decision<>(
        changes,
        CreateNetworkAclResponse.builder()
            .networkAcl(NetworkAclAnswer.of(network.apply(changes), acl))
            .clientToken(request.clientToken())
            .build());
  }
}
