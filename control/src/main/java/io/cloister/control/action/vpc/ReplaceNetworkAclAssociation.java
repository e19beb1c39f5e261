package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.NetworkAclAssociationId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclAssociationResponse;

/** Gives a subnet another network ACL of its VPC, under a new association id. */
public record ReplaceNetworkAclAssociation()
    implements Action<ReplaceNetworkAclAssociationRequest, ReplaceNetworkAclAssociationResponse> {
  @Override
  public Class<ReplaceNetworkAclAssociationRequest> request() {
    return ReplaceNetworkAclAssociationRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationId", "NetworkAclId");
  }

  @Override
  public Decision<ReplaceNetworkAclAssociationResponse> decide(
      Network network, Caller caller, ReplaceNetworkAclAssociationRequest request, Draw draw) {

    if (request.associationId() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter associationId");
    }
    NetworkAcl to = Lookups.NETWORK_ACL.get(network.networkAcls(), caller, request.networkAclId());
    NetworkAcl from = owner(network, caller, request.associationId());
    NetworkAcl.Association association =
        from.associations().stream()
            .filter(a -> a.id().value().equals(request.associationId()))
            .findFirst()
            .orElseThrow();
    if (!to.vpc().equals(from.vpc())) {
      throw new AwsException(
          "InvalidParameterValue",
          "Network ACL %s is in %s, the subnet %s in %s"
              .formatted(to.id(), to.vpc(), association.subnet(), from.vpc()));
    }
    if (to.id().equals(from.id())) {
      return Decision.answer(answer(association.id()));
    }
    NetworkAclAssociationId id =
        new NetworkAclAssociationId(draw.id(NetworkAclAssociationId.PREFIX));
    List<NetworkAcl.Association> more = new ArrayList<>(to.associations());
    more.add(new NetworkAcl.Association(id, association.subnet()));
    return Decision.of(
        answer(id),
        new Change.Put(
            from.withAssociations(
                from.associations().stream().filter(a -> !a.equals(association)).toList())),
        new Change.Put(to.withAssociations(more)));
  }

  private static NetworkAcl owner(Network network, Caller caller, String id) {
    return network
        .networkAcls()
        .where(a ->
            a.scope().equals(caller.scope())
                && a.associations().stream().anyMatch(s -> s.id().value().equals(id)))
        .findFirst()
        .orElseThrow(() ->
            new AwsException(
                "InvalidAssociationID.NotFound",
                "The association ID '%s' does not exist".formatted(id)));
  }

  private static ReplaceNetworkAclAssociationResponse answer(NetworkAclAssociationId id) {
    return ReplaceNetworkAclAssociationResponse.builder().newAssociationId(id.value()).build();
  }
}
