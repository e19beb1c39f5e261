package io.cloister.control.action.ec2.address;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressResponse;

/**
 * Takes an Elastic IP address from a private one. An instance that was launched with a lent address
 * gets one again (EC2 user guide, "Public IPv4 addresses").
 */
final class DisassociateAddress
    implements Action<DisassociateAddressRequest, DisassociateAddressResponse> {
  private final PublicPool pool;

  DisassociateAddress(PublicPool pool) {
    this.pool = pool;
  }

  @Override
  public Class<DisassociateAddressRequest> request() {
    return DisassociateAddressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationId", "PublicIp");
  }

  @Override
  public Decision<DisassociateAddressResponse> decide(
      Network network, Caller caller, DisassociateAddressRequest request, Draw draw) {
    ElasticIp eip = find(network, caller, request);
    List<Change> changes = new ArrayList<>();
    eip.association()
        .ifPresent(association -> {
          changes.add(new Change.Put(eip.free()));
          Network after = network.apply(changes);
          changes.addAll(
              Lending.back(
                  after, after.interfaces().require(association.eni()), pool.drawing(after, draw)));
        });
    return new Decision<>(changes, DisassociateAddressResponse.builder().build());
  }

  private static ElasticIp find(
      Network network, Caller caller, DisassociateAddressRequest request) {
    String text = request.associationId();
    if (text == null) {
      if (request.publicIp() == null) {
        throw new AwsException(
            "MissingParameter", "Either public IP or association id must be specified");
      }
      return Addresses.byAddress(network, caller, request.publicIp());
    }
    if (request.publicIp() != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "You may specify public IP or association id, but not both in the same call");
    }
    if (!ResourceId.matches(EipAssociationId.PREFIX, text)) {
      throw new AwsException(
          "InvalidAssociationID.Malformed",
          "Invalid id: \"%s\" (expecting \"eipassoc-...\")".formatted(text));
    }
    Optional<ElasticIp> found =
        network
            .elasticIps()
            .where(e ->
                e.scope().equals(caller.scope())
                    && e.association().filter(a -> a.id().value().equals(text)).isPresent())
            .findFirst();
    return found.orElseThrow(() ->
        new AwsException(
            "InvalidAssociationID.NotFound",
            "The association ID '%s' does not exist".formatted(text)));
  }
}
