package io.cloister.app.wire;

import io.cloister.app.wire.message.Headers;
import io.cloister.app.wire.message.WireRequest;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;

/** Makes requests that are nearly right: some parameters of the operation, then damage. */
final class Mangler {
  private static final List<String> INDEXES =
      List.of(
          "1",
          "2",
          "1",
          "2",
          "1",
          "3",
          "0",
          "01",
          "-1",
          "1000000000",
          "99999999999",
          "x",
          "",
          "member.1");
  private static final List<String> VALUES =
      List.of(
          "1",
          "true",
          "vpc-1",
          "10.0.0.0/16",
          "",
          "-1",
          "99999999999999999999",
          "1e999",
          "NaN",
          "2026-01-31T00:00:00Z",
          "2026-99-99",
          "\u0000\u0001",
          "<a>]]>&",
          "😀",
          "AAAA",
          "=&%",
          "default",
          "x".repeat(5000));

  private final Random random;
  private final StringBuilder body = new StringBuilder();

  Mangler(Random random) {
    this.random = random;
  }

  private static final Map<String, String> VERSIONS =
      Map.of("ec2", "2016-11-15", "elasticloadbalancingv2", "2015-12-01", "sts", "2011-06-15");

  WireRequest request(String service, String operation, Optional<SdkPojo> shape) {
    body.append("Action=").append(chance(50) ? operation + "x" : operation);
    if (chance(2)) {
      body.append("&Version=").append(VERSIONS.get(service));
    }
    int density = 1 + random.nextInt(4);
    shape.ifPresent(s -> fields(s, "", 0, density));
    byte[] bytes = damage(body.toString().getBytes(StandardCharsets.UTF_8));
    String method = chance(40) ? pick(List.of("PUT", "DELETE", "PATCH", "HEAD", "FOO")) : "POST";
    String region = chance(60) ? "nowhere-1" : "eu-west-1";
    Headers headers =
        chance(10) ? Headers.none() : FuzzTest.signedFor(service.replace("v2", ""), region);
    if (chance(8)) {
      String query = new String(bytes, StandardCharsets.ISO_8859_1);
      return new WireRequest("GET", "/", query, headers, new byte[0], false);
    }
    return new WireRequest(method, chance(60) ? "/x" : "/", "", headers, bytes, chance(100));
  }

  private void fields(SdkPojo pojo, String prefix, int depth, int density) {
    for (SdkField<?> field : pojo.sdkFields()) {
      if (!chance(density + depth)) {
        continue;
      }
      field(field, prefix + name(field.locationName()), depth, density);
    }
    if (chance(40)) {
      add(prefix + pick(List.of("Foo", ".", "..", "1", "a".repeat(300), "1.".repeat(50))));
    }
  }

  private void field(SdkField<?> field, String path, int depth, int density) {
    if (depth > 6) {
      return;
    }
    MarshallingKnownType type = field.marshallingType().getKnownType();
    if (chance(40)) {
      add(path);
    } else if (type == MarshallingKnownType.LIST) {
      SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
      for (int i = random.nextInt(3); i >= 0; i--) {
        String index = chance(4) ? pick(INDEXES) : String.valueOf(i + 1);
        field(element, path + "." + index, depth + 1, density);
      }
    } else if (type == MarshallingKnownType.SDK_POJO) {
      fields(field.constructor().get(), path + ".", depth + 1, density);
    } else {
      add(path);
    }
  }

  private String name(String name) {
    return chance(60) ? name.toLowerCase(java.util.Locale.ROOT) : name;
  }

  private void add(String path) {
    String value = chance(2) ? pick(VALUES.subList(0, 4)) : pick(VALUES);
    body.append('&').append(path).append('=');
    body.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private byte[] damage(byte[] bytes) {
    if (!chance(6)) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int end = chance(3) ? random.nextInt(bytes.length + 1) : bytes.length;
    for (int i = 0; i < end; i++) {
      if (chance(60)) {
        out.write(pick(List.of((int) '%', (int) '&', (int) '=', (int) '.', 0, 0xff, 0xc3)));
      }
      out.write(bytes[i]);
    }
    return out.toByteArray();
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
