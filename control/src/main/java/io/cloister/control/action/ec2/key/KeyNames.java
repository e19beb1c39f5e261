package io.cloister.control.action.ec2.key;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.KeyPair;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of key pairs: up to 255 ASCII characters, unique in a region of an account. */
final class KeyNames {
  private static final int LONGEST = 255;

  private KeyNames() {}

  /** A name for a new pair. */
  static String fresh(Network network, Caller caller, @Nullable String name) {
    if (name == null || name.isBlank()) {
      throw new AwsException("MissingParameter", "The request must contain the parameter KeyName");
    }
    if (name.length() > LONGEST || !name.equals(name.strip()) || !ascii(name)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid value '%s' for keyPairName. It may have up to 255 ASCII characters, and no spaces at its ends"
              .formatted(name));
    }
    if (find(network, caller, name).isPresent()) {
      throw new AwsException(
          "InvalidKeyPair.Duplicate", "The keypair '%s' already exists.".formatted(name));
    }
    Quotas.of(network, caller)
        .check(
            Quota.KEY_PAIRS_PER_REGION,
            network.keyPairs().where(k -> k.scope().equals(caller.scope())).count() + 1);
    return name;
  }

  /** The caller's pair with this name. */
  static Optional<KeyPair> find(Network network, Caller caller, String name) {
    return network
        .keyPairs()
        .where(k -> k.scope().equals(caller.scope()) && k.name().equals(name))
        .findFirst();
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
  }
}
