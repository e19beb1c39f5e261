package io.cloister.app.wire;

import io.cloister.app.wire.front.Front;
import io.cloister.app.wire.message.WireResponse;
import io.cloister.control.action.AwsException;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what isn't HTTP enough to reach a handler: a path with a broken escape, an illegal header
 * or a host that is none. The caller may be a client of AWS all the same, so it is told in XML.
 *
 * <p>An internal error of Helidon's is such a case too (a control character in the method is one):
 * our own handler lets nothing out.
 */
final class Garbled implements DirectHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Garbled.class);

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
      @Nullable Throwable thrown,
      System.Logger logger) {
    LOG.debug("{}: {}", eventType, defaultStatus, thrown);
    return handle(request, eventType, defaultStatus, headers, "");
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType eventType,
      Status defaultStatus,
      ServerResponseHeaders headers,
      String message) {
    Status status = defaultStatus.code() < 500 ? defaultStatus : Status.BAD_REQUEST_400;
    String code =
        switch (eventType) {
          case PAYLOAD_TOO_LARGE -> "RequestEntityTooLarge";
          case FORBIDDEN -> "AccessDenied";
          case BAD_REQUEST, INTERNAL_ERROR, OTHER, HTTP_VERSION_NOT_SUPPORTED -> "InvalidRequest";
        };
    WireResponse answer =
        Front.refuse(new AwsException(code, status.code(), "The request is not valid HTTP"));
    TransportResponse.Builder response =
        TransportResponse.builder()
            .status(status)
            .headers(headers)
            .keepAlive(false)
            .entity(answer.body());
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    return response.build();
  }
}
