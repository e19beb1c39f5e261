package io.cloister.app.cli;

import io.cloister.app.admin.Json;
import io.cloister.app.wire.Admin;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The server that a command asks, as options, and the asking. */
final class Remote {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 60_000;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "The server to ask. Default: $AWS_ENDPOINT_URL, else http://127.0.0.1:4566.")
  @Nullable String endpoint;

  /** An error of one of our routes. */
  private record Refusal(@Nullable String message) {}

  /** What a route answers, as JSON. */
  String get(String route) throws Environment {
    return ask("GET", route);
  }

  /** What a route answers to being asked to do something. */
  String post(String route) throws Environment {
    return ask("POST", route);
  }

  String address() {
    return Optional.ofNullable(endpoint)
        .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).filter(u -> !u.isBlank()))
        .orElse("http://127.0.0.1:4566");
  }

  private String ask(String method, String route) throws Environment {
    // Not java.net.http: a command would wait 100 ms for that client alone.
    try {
      HttpURLConnection connection = open(route);
      connection.setRequestMethod(method);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      int status = connection.getResponseCode();
      String body = body(connection, status);
      if (status != 200) {
        throw new Environment(
            "%s refused: %s".formatted(address(), Json.read(body, Refusal.class).message()));
      }
      return body;
    } catch (ConnectException e) {
      throw new Environment(
          "no server answers at %s: start one with ./cloister serve, or name it with --endpoint or AWS_ENDPOINT_URL"
              .formatted(address()));
    } catch (IOException e) {
      throw new Environment("%s can't be asked: %s".formatted(address(), e.getMessage()));
    }
  }

  private HttpURLConnection open(String route) throws IOException, Environment {
    try {
      URI base = new URI(address());
      if (base.getScheme() == null || !base.getScheme().equals("http") || base.getHost() == null) {
        throw new Environment(address() + " is no http://HOST:PORT");
      }
      URI uri = new URI("http://" + base.getRawAuthority() + Admin.PREFIX + route);
      return (HttpURLConnection) uri.toURL().openConnection();
    } catch (URISyntaxException e) {
      throw new Environment(address() + " is no http://HOST:PORT");
    }
  }

  private static String body(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
