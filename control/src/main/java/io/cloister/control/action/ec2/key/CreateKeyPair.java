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
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairResponse;

/** Makes a key pair; the private half is in the answer and nowhere else. */
final class CreateKeyPair implements Action<CreateKeyPairRequest, CreateKeyPairResponse> {
  @Override
  public Class<CreateKeyPairRequest> request() {
    return CreateKeyPairRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("KeyName", "KeyType", "KeyFormat", "TagSpecifications");
  }

  @Override
  public Decision<CreateKeyPairResponse> decide(
      Network network, Caller caller, CreateKeyPairRequest request, Draw draw) {
    String name = KeyNames.fresh(network, caller, request.keyName());
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "key-pair");
    if (request.keyFormatAsString() != null && !request.keyFormatAsString().equals("pem")) {
      throw new AwsException(
          "UnsupportedOperation",
          "The key format %s is not built: use pem".formatted(request.keyFormatAsString()));
    }
    String type = Objects.requireNonNullElse(request.keyTypeAsString(), "rsa");
    NewKey key =
        switch (type) {
          case "rsa" -> NewKey.rsa(draw);
          case "ed25519" -> NewKey.ed25519(draw, name);
          default ->
              throw new AwsException(
                  "InvalidParameterValue",
                  "Invalid value '%s' for keyType. Expecting rsa or ed25519".formatted(type));
        };
    KeyPairId id = new KeyPairId(draw.id(KeyPairId.PREFIX));
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(
            new KeyPair(
                id,
                caller.scope(),
                name,
                type,
                key.fingerprint(),
                key.publicKey().text(name),
                draw.now())));
    changes.addAll(Tagging.changes(id, tags));
    return new Decision<>(
        changes,
        CreateKeyPairResponse.builder()
            .keyPairId(id.value())
            .keyName(name)
            .keyFingerprint(key.fingerprint())
            .keyMaterial(key.privateKey())
            .tags(Tagging.sdk(tags))
            .build());
  }
}
