package io.cloister.app.wire.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.app.wire.message.Headers;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.control.action.AwsException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The SDK's signer against our verifier. */
class VerifierTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final Access.Keys KEYS =
      new Access.Keys(Map.of("AKIDEXAMPLE", new Access.Key("secret", "123456789012")));
  private static final Verifier VERIFIER = new Verifier(KEYS, () -> NOW);
  private static final String URL = "http://10.0.0.1:4566/?b=%20%2B&a=1&a-b=2&a%25=3&a=";

  private static WireRequest sign(String secret, Instant time, boolean inQuery, String url) {
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create(url))
            .putHeader("X-Spaces", "  a   b  ")
            .build();
    byte[] body = "Action=DescribeVpcs".getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(r -> {
              r.identity(AwsCredentialsIdentity.create("AKIDEXAMPLE", secret))
                  .request(request)
                  .payload(() -> new ByteArrayInputStream(body))
                  .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                  .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "ec2")
                  .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC));
              if (inQuery) {
                r.putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(10));
              }
            })
            .request();
    return new WireRequest(
        "POST",
        signed.encodedPath(),
        signed.encodedQueryParameters().orElse(""),
        new Headers(signed.headers()),
        body,
        false);
  }

  private static WireRequest signed() {
    return sign("secret", NOW, false, URL);
  }

  private static String account(WireRequest request) {
    return VERIFIER.account(request, Signed.of(request));
  }

  private static String codeOf(WireRequest request) {
    try {
      return account(request);
    } catch (AwsException e) {
      return e.code();
    }
  }

  private static WireRequest change(WireRequest r, UnaryOperator<String> query, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new WireRequest("POST", r.path(), query.apply(r.query()), r.headers(), bytes, false);
  }

  private static WireRequest withHeader(WireRequest r, String name, String value) {
    Map<String, List<String>> headers = new HashMap<>(r.headers().byName());
    headers.put(name, List.of(value));
    return new WireRequest("POST", r.path(), r.query(), new Headers(headers), r.body(), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {URL, "http://h/", "http://h/a%20b/c~d/?x", "http://h/?%E2%82%AC=%E2%82%AC&a=/"})
  void whatTheSdkSignsIsVerified(String url) {
    assertThat(account(sign("secret", NOW, false, url))).isEqualTo("123456789012");
    // The SDK encodes a blank of a header that is in the query its own way; AWS gets it likewise.
    assertThat(codeOf(sign("other", NOW, false, url))).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void aChangedRequestIsNot() {
    UnaryOperator<String> same = UnaryOperator.identity();
    assertThat(codeOf(change(signed(), same, "Action=DescribeVpcs"))).isEqualTo("123456789012");
    assertThat(codeOf(change(signed(), same, "Action=DeleteVpc")))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(codeOf(change(signed(), q -> q + "&c=1", "Action=DescribeVpcs")))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(codeOf(withHeader(signed(), "host", "elsewhere")))
        .isEqualTo("SignatureDoesNotMatch");
    String auth = signed().headers().first("authorization").orElseThrow();
    assertThat(
            codeOf(withHeader(signed(), "authorization", auth.replace("eu-west-1", "us-west-1"))))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(codeOf(withHeader(signed(), "authorization", auth.replace("AKID", "BKID"))))
        .isEqualTo("AuthFailure");
    assertThat(codeOf(withHeader(signed(), "authorization", auth.replace("host;", ""))))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(codeOf(withHeader(signed(), "x-amz-date", "tomorrow")))
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void aSignatureIsGoodForFiveMinutes() {
    assertThat(codeOf(sign("secret", NOW.minusSeconds(299), false, URL))).isEqualTo("123456789012");
    assertThat(codeOf(sign("secret", NOW.plusSeconds(299), false, URL))).isEqualTo("123456789012");
    assertThat(codeOf(sign("secret", NOW.minusSeconds(301), false, URL)))
        .isEqualTo("RequestExpired");
    assertThat(codeOf(sign("secret", NOW.plusSeconds(301), false, URL)))
        .isEqualTo("RequestExpired");
  }

  @Test
  void anUnsignedRequestIsRefusedAndABrokenSignatureNamed() {
    WireRequest unsigned = new WireRequest("POST", "/", "", Headers.none(), new byte[0], false);
    assertThatThrownBy(() -> VERIFIER.account(unsigned, Optional.empty()))
        .hasMessageContaining("missing Authentication Token");
    for (String header :
        List.of(
            "AWS4-HMAC-SHA256",
            "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0",
            "AWS4-HMAC-SHA256 Credential=a/20260131/r/ec2/aws4_request, Signature=0")) {
      assertThatThrownBy(() -> Signed.of(withHeader(unsigned, "authorization", header)))
          .isInstanceOfSatisfying(
              AwsException.class, e -> assertThat(e.code()).isEqualTo("IncompleteSignature"));
    }
  }

  @Test
  void aSignatureForManyRegionsIsReadButNotBelieved() {
    WireRequest request =
        withHeader(
            withHeader(
                signed(),
                "authorization",
                "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20260131/s3/aws4_request,"
                    + " SignedHeaders=host, Signature=00"),
            "x-amz-region-set",
            "eu-west-1,us-east-1");
    assertThat(Signed.of(request).orElseThrow().region()).isEqualTo("eu-west-1");
    assertThat(codeOf(request)).isEqualTo("SignatureDoesNotMatch");
  }
}
