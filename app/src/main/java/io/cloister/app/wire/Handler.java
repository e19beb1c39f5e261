package io.cloister.app.wire;

import io.cloister.app.wire.front.Front;
import io.cloister.app.wire.front.Guard;
import io.cloister.app.wire.message.Headers;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.app.wire.message.WireResponse;
import io.cloister.control.action.AwsException;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between Helidon's requests and ours; decides nothing but which of the two doors it is. */
final class Handler implements io.helidon.webserver.http.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Handler.class);

  /** How much of a body that is too long is read, so that its sender gets to hear of it. */
  private static final long PATIENCE = 64L << 20;

  private final Front front;
  private final Admin admin;
  private final boolean local;

  /**
   * A handler.
   *
   * @param local whether the server listens on loopback only
   */
  Handler(Front front, Admin admin, boolean local) {
    this.front = front;
    this.admin = admin;
    this.local = local;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    WireRequest wire = read(request);
    WireResponse answer = answer(wire, request);
    answer.headers().forEach(response::header);
    response.status(Status.create(answer.status())).send(answer.body());
  }

  private WireResponse answer(WireRequest wire, ServerRequest request) {
    Guard guard = new Guard(request.localPeer().port());
    boolean ours = wire.path().startsWith(Admin.PREFIX);
    try {
      if (local || ours) {
        guard.check(wire);
      } else {
        guard.checkOrigin(wire);
      }
      if (ours && !isLoopback(request.remotePeer())) {
        throw new AwsException("AccessDenied", 403, "Only this machine may ask for this");
      }
    } catch (AwsException e) {
      return ours ? Front.refuseJson(e) : Front.refuse(wire, e);
    }
    return ours ? administer(wire) : front.answer(wire);
  }

  private WireResponse administer(WireRequest wire) {
    try {
      if (wire.cut()) {
        throw new AwsException("RequestEntityTooLarge", 413, "The body is too large");
      }
      String path = wire.path().substring(Admin.PREFIX.length());
      String body = new String(wire.body(), StandardCharsets.UTF_8);
      Optional<Admin.Reply> reply =
          admin.answer(new Admin.Call(wire.method(), path, wire.query(), body));
      Admin.Reply found =
          reply.orElseThrow(
              () -> new AwsException("NotFound", 404, "There is no route " + wire.path()));
      return WireResponse.of(
          found.status(), "application/json", found.json().getBytes(StandardCharsets.UTF_8));
    } catch (AwsException e) {
      return Front.refuseJson(e);
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", wire.method(), wire.path(), e);
      return Front.refuseJson(
          new AwsException("InternalError", 500, "An internal error has occurred; see the log"));
    }
  }

  /** A sender that goes away or garbles its body is told that it did, if it still listens. */
  private static WireRequest read(ServerRequest request) {
    try {
      return readAll(request);
    } catch (IOException | RuntimeException e) {
      throw RequestException.builder()
          .type(DirectHandler.EventType.BAD_REQUEST)
          .message("the body can't be read")
          .setKeepAlive(false)
          .cause(e)
          .build();
    }
  }

  private static WireRequest readAll(ServerRequest request) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : request.headers()) {
      headers
          .computeIfAbsent(header.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .addAll(header.allValues());
    }
    byte[] body = new byte[0];
    boolean cut = false;
    if (request.content().hasEntity()) {
      try (InputStream in = request.content().inputStream()) {
        body = in.readNBytes(Server.BODY_LIMIT);
        long more = discard(in);
        cut = more > 0;
      }
    }
    return new WireRequest(
        request.prologue().method().text(),
        request.prologue().uriPath().rawPath(),
        request.prologue().query().rawValue(),
        new Headers(headers),
        body,
        cut);
  }

  private static long discard(InputStream in) throws IOException {
    byte[] buffer = new byte[16_384];
    long seen = 0;
    for (int n = in.read(buffer); n > 0 && seen < PATIENCE; n = in.read(buffer)) {
      seen += n;
    }
    return seen;
  }

  private static boolean isLoopback(PeerInfo peer) {
    return peer.address() instanceof InetSocketAddress socket
        && socket.getAddress() != null
        && socket.getAddress().isLoopbackAddress();
  }
}
