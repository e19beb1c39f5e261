package io.cloister.app.wire.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.wire.message.Headers;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.control.action.AwsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static boolean admitted(Map<String, String> headers) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    try {
      new Guard(4566).check(new WireRequest("GET", "/", "", new Headers(all), new byte[0], false));
      return true;
    } catch (AwsException e) {
      assertThat(e.status()).isEqualTo(403);
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:4566",
        "127.1.2.3:4566",
        "localhost:4566",
        "LocalHost:4566",
        "[::1]:4566",
        "s3.localhost:4566",
        "ec2.eu-west-1.amazonaws.com",
        "ec2.eu-west-1.amazonaws.com:443",
        "ec2.cn-north-1.amazonaws.com.cn",
        "ec2.us-iso-east-1.c2s.ic.gov",
        "ec2.eu-west-1.api.aws",
      })
  void ourNamesAndThoseOfAwsAreAdmitted(String host) {
    assertThat(admitted(Map.of("Host", host))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1",
        "127.0.0.1:4567",
        "127.0.0.1.evil.example:4566",
        "localhost.evil.example:4566",
        "evil.example:4566",
        "evilamazonaws.com",
        "amazonaws.com.evil.example",
        "10.0.0.1:4566",
        "[::2]:4566",
        "localhost:4566:4566",
        "localhost:4566@evil.example",
        "localhost:99999999999",
      })
  void otherNamesAreNot(String host) {
    assertThat(admitted(Map.of("Host", host))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "origin, http://localhost:4566, true",
    "origin, http://localhost:3000, false",
    "origin, http://127.0.0.1:4566, false",
    "origin, https://evil.example, false",
    "origin, null, false",
    "origin, '', false",
    "sec-fetch-site, same-origin, true",
    "sec-fetch-site, none, true",
    "sec-fetch-site, same-site, false",
    "sec-fetch-site, cross-site, false",
  })
  void pagesOfOtherOriginsAreKeptOut(String name, String value, boolean admitted) {
    assertThat(admitted(Map.of("host", "localhost:4566", name, value))).isEqualTo(admitted);
  }
}
