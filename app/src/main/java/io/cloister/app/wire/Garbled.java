package io.cloister.app.wire;

import io.cloister.app.wire.front.Front;
import io.cloister.app.wire.message.WireResponse;
import io.cloister.control.action.AwsException;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/**
 * Answers what isn't HTTP enough to reach a handler: a path with a broken escape, an illegal header
 * or a host that is none. The caller may be a client of AWS all the same, so it is told in XML.
 */
final class Garbled implements DirectHandler {
  static void handleAll(DirectHandlers.Builder handlers) {
    Garbled garbled = new Garbled();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, garbled);
    }
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType eventType,
      Status defaultStatus,
      ServerResponseHeaders headers,
      String message) {
    String code =
        switch (eventType) {
          case PAYLOAD_TOO_LARGE -> "RequestEntityTooLarge";
          case FORBIDDEN -> "AccessDenied";
          case INTERNAL_ERROR -> "InternalError";
          case BAD_REQUEST, OTHER, HTTP_VERSION_NOT_SUPPORTED -> "InvalidRequest";
        };
    WireResponse answer =
        Front.refuse(new AwsException(code, defaultStatus.code(), "The request is not valid HTTP"));
    TransportResponse.Builder response =
        TransportResponse.builder()
            .status(defaultStatus)
            .headers(headers)
            .keepAlive(false)
            .entity(answer.body());
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    return response.build();
  }
}
