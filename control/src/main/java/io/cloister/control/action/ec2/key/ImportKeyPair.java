package io.cloister.control.action.ec2.key;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.KeyPairId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairResponse;

/** Keeps a public key that somebody made elsewhere. */
final class ImportKeyPair implements Action<ImportKeyPairRequest, ImportKeyPairResponse> {
  @Override
  public Class<ImportKeyPairRequest> request() {
    return ImportKeyPairRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("KeyName", "PublicKeyMaterial", "TagSpecifications");
  }

  @Override
  public Decision<ImportKeyPairResponse> decide(
      Network network, Caller caller, ImportKeyPairRequest request, Draw draw) {
    String name = KeyNames.fresh(network, caller, request.keyName());
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "key-pair");
    if (request.publicKeyMaterial() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter PublicKeyMaterial");
    }
    PublicKeys.Read key = PublicKeys.read(request.publicKeyMaterial().asByteArray());
    KeyPairId id = new KeyPairId(draw.id(KeyPairId.PREFIX));
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(
            new KeyPair(
                id,
                caller.scope(),
                name,
                key.type(),
                key.fingerprint(),
                key.text(name),
                draw.now())));
    changes.addAll(Tagging.changes(id, tags));
    return new Decision<>(
        changes,
        ImportKeyPairResponse.builder()
            .keyPairId(id.value())
            .keyName(name)
            .keyFingerprint(key.fingerprint())
            .tags(Tagging.sdk(tags))
            .build());
  }
}
