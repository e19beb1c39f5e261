package io.cloister.control.action.ec2.key;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairResponse;

/** Deletes a key pair; that there is none is no error, as on AWS. */
final class DeleteKeyPair implements Action<DeleteKeyPairRequest, DeleteKeyPairResponse> {
  @Override
  public Class<DeleteKeyPairRequest> request() {
    return DeleteKeyPairRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("KeyName", "KeyPairId");
  }

  @Override
  public Decision<DeleteKeyPairResponse> decide(
      Network network, Caller caller, DeleteKeyPairRequest request, Draw draw) {
    Optional<KeyPair> key = find(network, caller, request);
    return new Decision<>(
        key.<List<Change>>map(k -> List.of(new Change.Remove(k.id()))).orElse(List.of()),
        DeleteKeyPairResponse.builder()
            .returnValue(true)
            .keyPairId(key.map(k -> k.id().value()).orElse(request.keyPairId()))
            .build());
  }

  private static Optional<KeyPair> find(
      Network network, Caller caller, DeleteKeyPairRequest request) {
    if (request.keyPairId() != null) {
      return network
          .keyPairs()
          .get(Lookups.KEY_PAIR.id(request.keyPairId()))
          .filter(k -> k.scope().equals(caller.scope()));
    }
    if (request.keyName() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter KeyName or KeyPairId");
    }
    return KeyNames.find(network, caller, request.keyName());
  }
}
