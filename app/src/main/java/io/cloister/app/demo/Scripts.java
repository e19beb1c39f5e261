package io.cloister.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The programs of the demo. They are in perl because that is on every Debian machine (perl-base is
 * essential), so the demo needs nothing that isn't there.
 */
final class Scripts {
  private Scripts() {}

  static String web(List<String> services) {
    return userData(read("web").replace("@SERVICES@", String.join(" ", services)));
  }

  static String app(String name, String database) {
    return userData(read("app").replace("@NAME@", name).replace("@DATABASE@", database));
  }

  static String db() {
    return userData(read("db"));
  }

  /** The command that waits until something listens on a port of the host itself. */
  static List<String> waitFor(int port) {
    return List.of("perl", "-e", read("wait"), Integer.toString(port));
  }

  /** The command of a web site of the internet. */
  static List<String> site() {
    return List.of("perl", "-e", read("site"));
  }

  /** The command of one request. */
  static List<String> probe(Probe probe, int sourcePort, int seconds) {
    return List.of(
        "perl",
        "-e",
        read("probe"),
        probe.protocol(),
        probe.address(),
        Integer.toString(probe.port()),
        Integer.toString(sourcePort),
        Integer.toString(seconds));
  }

  private static String userData(String script) {
    return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name + ".pl")) {
      if (in == null) {
        throw new IllegalStateException("the demo's program " + name + " is not packaged");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
