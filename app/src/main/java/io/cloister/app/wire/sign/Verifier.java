package io.cloister.app.wire.sign;

import io.cloister.app.wire.message.WireRequest;
import io.cloister.app.wire.sign.Access.Keys;
import io.cloister.control.action.AwsException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Verifies signatures of version 4 against configured keys, with AWS's codes: {@code
 * MissingAuthenticationToken}, {@code AuthFailure}, {@code SignatureDoesNotMatch}, {@code
 * RequestExpired}. The body's hash is computed and never taken from the request.
 */
public final class Verifier {
  /** How far a signature's time may be from the server's (AWS allows five minutes). */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** The longest that a signature in a query may be good for: seven days. */
  private static final long LONGEST_SECONDS = 604_800;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final Keys keys;
  private final InstantSource clock;

  /** A verifier for these keys. */
  public Verifier(Keys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The account whose key signed the request.
   *
   * @throws AwsException if no key did, or not this request, or not now
   */
  public String account(WireRequest request, Optional<Signed> signature) {
    Signed signed =
        signature.orElseThrow(() ->
            new AwsException(
                "MissingAuthenticationToken",
                403,
                "Request is missing Authentication Token: sign it (version 4)"));
    if (!signed.algorithm().equals(Signed.HMAC)) {
      throw mismatch("only " + Signed.HMAC + " can be verified, not " + signed.algorithm());
    }
    if (!signed.headers().contains("host")) {
      throw mismatch("the host header must be signed");
    }
    current(signed);
    Access.Key key =
        Optional.ofNullable(keys.byId().get(signed.accessKeyId()))
            .orElseThrow(() ->
                new AwsException(
                    "AuthFailure",
                    401,
                    "AWS was not able to validate the provided access credentials: the server"
                        + " has no key with that access key id"));
    byte[] expected =
        Canonical.signature(request, signed, key.secret()).getBytes(StandardCharsets.UTF_8);
    byte[] given = signed.signature().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, given)) {
      throw mismatch("check the secret access key and the signing method");
    }
    return key.account();
  }

  private void current(Signed signed) {
    Instant made;
    long seconds;
    try {
      made = LocalDateTime.parse(signed.time(), TIME).toInstant(ZoneOffset.UTC);
      seconds = signed.expires().map(Long::parseLong).orElse(0L);
    } catch (DateTimeException | NumberFormatException e) {
      throw mismatch("X-Amz-Date must be like 20260131T120000Z");
    }
    if (!signed.time().startsWith(signed.date())) {
      throw mismatch("the scope's date is not that of X-Amz-Date");
    }
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      throw mismatch("X-Amz-Expires must be from 0 to " + LONGEST_SECONDS);
    }
    Instant now = clock.instant();
    Duration good = signed.expires().isPresent() ? Duration.ofSeconds(seconds) : SKEW;
    if (made.minus(SKEW).isAfter(now) || made.plus(good).isBefore(now)) {
      throw new AwsException(
          "RequestExpired", "Request has expired: it was signed at " + made + ", now is " + now);
    }
  }

  private static AwsException mismatch(String fact) {
    return new AwsException(
        "SignatureDoesNotMatch",
        403,
        "The request signature we calculated does not match the signature you provided: " + fact);
  }
}
