package io.cloister.model.vpc;

import io.cloister.model.id.KeyPairId;
import java.time.Instant;

/**
 * A key pair, of which only the public half is kept.
 *
 * @param type {@code rsa} or {@code ed25519}
 * @param publicKey in OpenSSH's format
 */
public record KeyPair(
    KeyPairId id,
    Scope scope,
    String name,
    String type,
    String fingerprint,
    String publicKey,
    Instant created)
    implements Resource {}
