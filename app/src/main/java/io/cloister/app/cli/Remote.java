package io.cloister.app.cli;

import io.cloister.app.admin.AdminClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The server that a command asks, as an option, and the asking. */
final class Remote {
  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "The server to ask. Default: $$AWS_ENDPOINT_URL, else http://127.0.0.1:4566.")
  @Nullable String endpoint;

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
        .or(() -> configured("AWS_ENDPOINT_URL_EC2"))
        .or(() -> configured("AWS_ENDPOINT_URL"))
        .orElse("http://127.0.0.1:4566");
  }

  private static Optional<String> configured(String variable) {
    return Optional.ofNullable(System.getenv(variable)).filter(u -> !u.isBlank());
  }

  private String ask(String method, String route) throws Environment {
    try {
      return new AdminClient(URI.create(address())).ask(method, route);
    } catch (IllegalArgumentException e) {
      throw new Environment(address() + " is no http://HOST:PORT");
    } catch (ConnectException e) {
      throw new Environment(
          "no server answers at %s: start one with ./cloister serve, or name it with --endpoint or AWS_ENDPOINT_URL"
              .formatted(address()));
    } catch (IOException e) {
      throw new Environment("the server at %s: %s".formatted(address(), e.getMessage()));
    }
  }
}
