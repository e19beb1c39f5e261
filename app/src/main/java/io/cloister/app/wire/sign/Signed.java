package io.cloister.app.wire.sign;

import io.cloister.app.wire.message.WireRequest;
import io.cloister.control.action.AwsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request's signature says of itself, true or not.
 *
 * @param algorithm {@code AWS4-HMAC-SHA256}, or another that is read but can't be verified
 * @param accessKeyId whose key
 * @param date the day of the scope, such as {@code 20260131}
 * @param region the scope's region; empty for a signature that is good in several
 * @param service the scope's service, such as {@code ec2}
 * @param headers the names of the headers that are signed
 * @param signature the signature itself
 * @param time when it was signed, such as {@code 20260131T120000Z}
 * @param expires how many seconds it is good for; empty unless it is in the query
 */
public record Signed(
    String algorithm,
    String accessKeyId,
    String date,
    String region,
    String service,
    List<String> headers,
    String signature,
    String time,
    Optional<String> expires) {
  public Signed {
    headers = List.copyOf(headers);
  }

  /** Of one region, which everybody uses but multi-region access points. */
  static final String HMAC = "AWS4-HMAC-SHA256";

  /** Over a set of regions, which is in a header and not in the scope. */
  private static final String ECDSA = "AWS4-ECDSA-P256-SHA256";

  /**
   * The signature of a request; empty if it has none of version 4.
   *
   * @throws AwsException IncompleteSignature if it has one that can't be read
   */
  public static Optional<Signed> of(WireRequest request) {
    Optional<String> header = request.headers().first("authorization");
    if (header.isPresent() && header.get().startsWith("AWS4-")) {
      return Optional.of(ofHeader(request, header.get()));
    }
    if (request.query().contains("X-Amz-Credential=")) {
      return Optional.of(ofQuery(request));
    }
    return Optional.empty();
  }

  private static Signed ofHeader(WireRequest request, String header) {
    int blank = header.indexOf(' ');
    Map<String, String> parts = new HashMap<>();
    for (String part : header.substring(blank < 0 ? header.length() : blank + 1).split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    Optional<String> time = request.headers().first("x-amz-date");
    return of(
        request,
        blank < 0 ? header : header.substring(0, blank),
        need(parts, "Credential"),
        need(parts, "SignedHeaders"),
        need(parts, "Signature"),
        time.or(() -> request.headers().first("date")).orElse(""),
        Optional.empty());
  }

  private static Signed ofQuery(WireRequest request) {
    Map<String, String> parts = new HashMap<>();
    for (String[] pair : Canonical.pairs(request.query())) {
      parts.put(pair[0], pair[1]);
    }
    return of(
        request,
        need(parts, "X-Amz-Algorithm"),
        need(parts, "X-Amz-Credential"),
        need(parts, "X-Amz-SignedHeaders"),
        need(parts, "X-Amz-Signature"),
        need(parts, "X-Amz-Date"),
        Optional.of(need(parts, "X-Amz-Expires")));
  }

  private static Signed of(
      WireRequest request,
      String algorithm,
      String credential,
      String signedHeaders,
      String signature,
      String time,
      Optional<String> expires) {
    List<String> scope = new ArrayList<>(List.of(credential.split("/", -1)));
    if (algorithm.equals(ECDSA) && scope.size() == 4) {
      String set = request.headers().first("x-amz-region-set").orElse("");
      scope.add(2, set.contains("*") ? "" : set.split(",", 2)[0].strip());
    }
    if (scope.size() != 5 || !scope.get(4).equals("aws4_request") || scope.get(0).isEmpty()) {
      throw incomplete(
          "Credential must be KEYID/DATE/REGION/SERVICE/aws4_request, and is '" + credential + "'");
    }
    return new Signed(
        algorithm,
        scope.get(0),
        scope.get(1),
        scope.get(2),
        scope.get(3),
        List.of(signedHeaders.split(";", -1)),
        signature,
        time,
        expires);
  }

  private static String need(Map<String, String> parts, String name) {
    String value = parts.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw incomplete("the signature requires '" + name + "'");
    }
    return value;
  }

  private static AwsException incomplete(String fact) {
    return new AwsException(
        "IncompleteSignature", "The request signature does not conform to AWS standards: " + fact);
  }
}
