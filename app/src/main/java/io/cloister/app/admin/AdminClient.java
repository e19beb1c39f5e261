package io.cloister.app.admin;

import io.cloister.app.wire.Admin;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks a server by our own routes. */
public final class AdminClient {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 60_000;

  private final URI server;

  /**
   * A client of a server.
   *
   * @throws IllegalArgumentException if it isn't http://HOST:PORT
   */
  public AdminClient(URI server) {
    if (!"http".equals(server.getScheme()) || server.getHost() == null) {
      throw new IllegalArgumentException(server + " is no http://HOST:PORT");
    }
    this.server = server;
  }

  /** An error of one of our routes. */
  private record Refusal(@Nullable String message) {}

  /**
   * What a route answers, as JSON.
   *
   * @param method such as {@code GET}
   * @param route such as {@code status}
   * @throws java.net.ConnectException if nobody listens there
   * @throws IOException if the server refuses, with its reason
   */
  public String ask(String method, String route) throws IOException {
    // Not java.net.http: a command would wait 100 ms for that client alone.
    URI uri = URI.create("http://" + server.getRawAuthority() + Admin.PREFIX + route);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    int status = connection.getResponseCode();
    String body = body(connection, status);
    if (status != 200) {
      throw new IOException(String.valueOf(Json.read(body, Refusal.class).message()));
    }
    return body;
  }

  /** What a route answers to GET, read. */
  public <T> T get(String route, Class<T> type) throws IOException {
    return Json.read(ask("GET", route), type);
  }

  private static String body(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
