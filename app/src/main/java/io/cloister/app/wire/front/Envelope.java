package io.cloister.app.wire.front;

import io.cloister.app.wire.codec.ErrorWriter;
import io.cloister.app.wire.message.WireResponse;
import io.cloister.app.wire.model.Service;
import io.cloister.control.action.AwsException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Errors as the clients of each protocol understand them. */
final class Envelope {
  private static final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
  }

  private static final int CBOR_TEXT = 0x60;
  private static final int CBOR_MAP = 0xA0;

  private Envelope() {}

  /** The error, in the service's own protocol. */
  static WireResponse of(Service service, AwsException error, String requestId) {
    int status = error.status();
    return switch (service.protocol()) {
      case EC2 -> xml(status, ErrorWriter.ec2(error, requestId));
      case QUERY, REST_XML -> {
        if (service.scope().equals("s3")) {
          yield xml(status, ErrorWriter.s3(error, requestId));
        }
        String namespace = "https://" + service.scope() + ".amazonaws.com/doc/";
        yield xml(status, ErrorWriter.query(error, namespace, requestId));
      }
      case JSON -> json(status, "application/x-amz-json-1.1", error);
      case REST_JSON -> json(status, "application/json", error);
      case SMITHY_RPC_V2_CBOR ->
          WireResponse.of(status, "application/cbor", cbor(members(error)))
              .with("smithy-protocol", "rpc-v2-cbor");
    };
  }

  /** A JSON error for those who speak no protocol of AWS's. */
  static WireResponse json(AwsException error) {
    return json(error.status(), "application/json", error);
  }

  private static WireResponse xml(int status, byte[] body) {
    return WireResponse.of(status, "text/xml;charset=UTF-8", body);
  }

  private static WireResponse json(int status, String type, AwsException error) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      members(error).forEach(out::writeStringProperty);
      out.writeEndObject();
    }
    return WireResponse.of(status, type, bytes.toByteArray())
        .with("x-amzn-errortype", error.code());
  }

  private static Map<String, String> members(AwsException error) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("__type", error.code());
    members.put("message", error.text());
    return members;
  }

  /** RFC 8949, as far as a map of two short texts needs it. */
  private static byte[] cbor(Map<String, String> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(CBOR_MAP | members.size());
    members.forEach((name, value) -> {
      cbor(out, name);
      cbor(out, value);
    });
    return out.toByteArray();
  }

  private static void cbor(ByteArrayOutputStream out, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    // Additional information 25: the length follows in two bytes.
    out.write(CBOR_TEXT | 25);
    out.write(utf8.length >> 8);
    out.write(utf8.length);
    out.writeBytes(utf8);
  }
}
