package io.cloister.control.action.ec2.key;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.KeyPairId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.KeyPair;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsResponse;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;

/** Describes key pairs, with the public key when it is asked for. */
final class DescribeKeyPairs implements Action<DescribeKeyPairsRequest, DescribeKeyPairsResponse> {
  private static final Filters<KeyPairInfo> FILTERS =
      ShapeFilters.of(
          k -> new KeyPairId(k.keyPairId()),
          "fingerprint=KeyFingerprint",
          "key-name",
          "key-pair-id");

  @Override
  public Class<DescribeKeyPairsRequest> request() {
    return DescribeKeyPairsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("KeyNames", "KeyPairIds", "IncludePublicKey", "Filters");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeKeyPairsResponse> decide(
      Network network, Caller caller, DescribeKeyPairsRequest request, Draw draw) {
    boolean withKey = Boolean.TRUE.equals(request.includePublicKey());
    return Decision.answer(
        DescribeKeyPairsResponse.builder()
            .keyPairs(
                chosen(network, caller, request).stream()
                    .map(k -> shape(network, k, withKey))
                    .filter(FILTERS.condition(network, request.filters()))
                    .toList())
            .build());
  }

  private static List<KeyPair> chosen(
      Network network, Caller caller, DescribeKeyPairsRequest request) {
    Set<KeyPair> chosen = new LinkedHashSet<>();
    if (!request.keyPairIds().isEmpty() || request.keyNames().isEmpty()) {
      chosen.addAll(Lookups.KEY_PAIR.list(network.keyPairs(), caller, request.keyPairIds()));
    }
    for (String name : request.keyNames()) {
      chosen.add(
          KeyNames.find(network, caller, name)
              .orElseThrow(() ->
                  new AwsException(
                      "InvalidKeyPair.NotFound",
                      "The key pair '%s' does not exist".formatted(name))));
    }
    return chosen.stream().sorted(Comparator.comparing(KeyPair::id)).toList();
  }

  private static KeyPairInfo shape(Network network, KeyPair key, boolean withKey) {
    return KeyPairInfo.builder()
        .keyPairId(key.id().value())
        .keyName(key.name())
        .keyType(key.type())
        .keyFingerprint(key.fingerprint())
        .createTime(key.created())
        .publicKey(withKey ? key.publicKey() : null)
        .tags(Tagging.of(network, key.id()))
        .build();
  }
}
