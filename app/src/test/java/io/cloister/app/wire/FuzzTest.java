package io.cloister.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.wire.codec.Requests;
import io.cloister.app.wire.front.Front;
import io.cloister.app.wire.message.Headers;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.app.wire.message.WireResponse;
import io.cloister.app.wire.model.ServiceModel;
import io.cloister.app.wire.sign.Access;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Half-right requests to every operation of EC2, load balancing and STS: whatever is sent, the
 * answer is never a 500 and always well-formed XML with the request's id.
 */
class FuzzTest {
  private static final int EACH = 25;
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();
  private final Map<String, Integer> seen = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {4566, 20_260_131})
  void noRequestGetsA500OrBrokenXml(long seed) throws XMLStreamException {
    Random random = new Random(seed);
    Front front =
        new Front(new Answering(FuzzTest::empty), new Access.Open(), InstantSource.system());
    for (String service : List.of("ec2", "elasticloadbalancingv2", "sts")) {
      ServiceModel model = ServiceModel.of(service);
      Requests requests = new Requests(service);
      for (String operation : model.operations()) {
        Optional<SdkPojo> shape = requests.find(operation).map(Requests.Shape::newBuilder);
        for (int i = 0; i < EACH; i++) {
          WireRequest request = new Mangler(random).request(service, operation, shape);
          String story = "seed " + seed + ", " + operation + " " + i + ": " + show(request);
          check(front.answer(request), story);
        }
      }
    }
    assertThat(seen)
        .containsKeys("200", "400 UnknownParameter", "400 MissingParameter")
        .containsKeys("400 InvalidParameterValue", "400 MalformedQueryString")
        .containsKeys("400 InvalidQueryParameter", "400 InvalidAction", "405 MethodNotAllowed")
        .hasEntrySatisfying("200", n -> assertThat(n).isGreaterThan(1000));
  }

  private void check(WireResponse response, String story) throws XMLStreamException {
    assertThat(response.status()).as(story).isBetween(200, 499);
    String id = response.headers().getOrDefault("x-amzn-RequestId", "none");
    String code = "";
    String found = "";
    XMLStreamReader xml =
        XML.createXMLStreamReader(new ByteArrayInputStream(response.body()), "UTF-8");
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("Code")) {
          code = " " + xml.getElementText();
        } else if (name.equalsIgnoreCase("requestId")) {
          found = xml.getElementText();
        }
      }
    }
    assertThat(found).as(story).isEqualTo(id);
    seen.merge(response.status() + code, 1, Integer::sum);
  }

  private static String show(WireRequest request) {
    String body = new String(request.body(), StandardCharsets.ISO_8859_1);
    return request.method() + " " + request.path() + "?" + request.query() + " " + body;
  }

  /** An empty answer of the class that belongs to the request. */
  private static SdkResponse empty(SdkRequest request) {
    String name = request.getClass().getName();
    try {
      Class<?> type = Class.forName(name.substring(0, name.length() - 7) + "Response");
      return (SdkResponse) ((SdkBuilder<?, ?>) type.getMethod("builder").invoke(null)).build();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  static Headers signedFor(String service, String region) {
    String credential = "123456789012/20260131/" + region + "/" + service + "/aws4_request";
    return new Headers(
        Map.of(
            "Authorization",
            List.of(
                "AWS4-HMAC-SHA256 Credential="
                    + credential
                    + ", SignedHeaders=host, Signature=0")));
  }
}
