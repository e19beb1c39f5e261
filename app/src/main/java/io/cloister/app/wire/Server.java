package io.cloister.app.wire;

import io.cloister.app.wire.front.Front;
import io.cloister.control.action.Api;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The HTTP server of the API: Helidon on virtual threads, one per connection. It listens when
 * {@link #start} returns, until {@link #close}.
 */
public final class Server implements AutoCloseable {
  /** A connection that says nothing for so long, half a request or none, is closed. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static final int BACKLOG = 1024;

  /** A GET carries its parameters in the request line. */
  private static final Http1Config HTTP =
      Http1Config.builder()
          .maxPrologueLength(65_536)
          .validatePrologue(false)
          .maxHeadersSize(65_536)
          .build();

  /** EC2's own limits (16 KiB of user data, hundreds of parameters) stay well below. */
  static final int BODY_LIMIT = 1 << 20;

  private final WebServer web;
  private final InetAddress address;

  private Server(WebServer web, InetAddress address) {
    this.web = web;
    this.address = address;
  }

  /** Starts on loopback, open to whoever reaches it. */
  public static Server start(int port, Api api, Admin admin) {
    return start(Listen.loopback(port), api, admin);
  }

  /**
   * Starts.
   *
   * @throws IllegalStateException if the address can't be bound
   */
  public static Server start(Listen listen, Api api, Admin admin) {
    Front front = new Front(api, listen.access(), InstantSource.system());
    Handler handler = new Handler(front, admin, listen.local());
    WebServer web =
        WebServer.builder()
            .address(listen.address())
            .port(listen.port())
            .backlog(BACKLOG)
            .shutdownHook(false)
            // Nothing of Helidon's is looked for: what is not named here would only cost start-up.
            .featuresDiscoverServices(false)
            .protocolsDiscoverServices(false)
            .concurrencyLimitDiscoverServices(false)
            .addProtocol(HTTP)
            .mediaContext(MediaContext.builder().mediaSupportsDiscoverServices(false).build())
            .contentEncoding(
                ContentEncodingContext.builder().contentEncodingsDiscoverServices(false).build())
            .connectionOptions(o -> o.readTimeout(SILENCE).tcpNoDelay(true))
            .routing(r -> r.any(handler))
            .directHandlers(Garbled::handleAll)
            .build();
    web.start();
    if (!web.isRunning()) {
      throw new IllegalStateException(
          "can't listen on " + listen.address().getHostAddress() + ":" + listen.port());
    }
    return new Server(web, listen.address());
  }

  /** The port, which is the asked one unless that was 0. */
  public int port() {
    return web.port();
  }

  /** Where to reach it, for {@code AWS_ENDPOINT_URL}. */
  public URI uri() {
    String host = address.getHostAddress();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  /** Stops listening, and returns when calls under way are answered or given up. */
  @Override
  public void close() {
    web.stop();
  }
}
