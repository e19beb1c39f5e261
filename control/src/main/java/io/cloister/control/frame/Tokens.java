package io.cloister.control.frame;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.json.Pojos;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.network.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * Idempotency tokens: a call that comes again with its token gets its answer again, also after a
 * restart; one with the same token and other parameters gets {@code IdempotentParameterMismatch}.
 * Source: EC2's developer guide, "Ensuring idempotency in Amazon EC2 API requests".
 */
final class Tokens {
  private Tokens() {}

  /** The token of a request, when it has one. */
  static Optional<Token> of(Caller caller, String action, SdkRequest request) {
    return Members.value(request, "ClientToken") instanceof String text && !text.isEmpty()
        ? Optional.of(new Token(caller.scope(), action, text))
        : Optional.empty();
  }

  /** The answer that a call with this token got before. */
  static <O extends SdkResponse> Optional<O> before(
      Network network, Optional<Token> token, SdkRequest request, Class<O> type) {
    Optional<Token.Answer> known = token.flatMap(t -> network.tokens().get(t));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (!known.get().request().equals(digest(request))) {
      throw new AwsException(
          "IdempotentParameterMismatch",
          "The client token was used before with other parameters: use a new token for a new request");
    }
    try {
      return Optional.of(Pojos.read(known.get().response(), type));
    } catch (IOException e) {
      throw new AwsException(
          "InternalError", 500, "The answer of the first call with this token can't be read");
    }
  }

  /** The change that remembers what a call with this token was answered. */
  static Change remember(Token token, SdkRequest request, SdkResponse answer) {
    return new Change.Remember(token, new Token.Answer(digest(request), Pojos.write(answer)));
  }

  private static String digest(SdkPojo request) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Pojos.write(request).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
