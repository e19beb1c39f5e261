package io.cloister.app.wire.front;

import io.cloister.app.wire.message.WireRequest;
import io.cloister.control.action.AwsException;
import io.cloister.control.region.Partition;
import io.cloister.control.region.Regions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps other people's web pages out. A page in the user's browser can send requests to loopback;
 * it can't choose the Host, Origin and Sec-Fetch-Site headers that the browser adds. So the host
 * must be loopback under our port (a name that somebody pointed at 127.0.0.1 is refused: DNS
 * rebinding) or one of AWS's own endpoint names, and the origin, when there is one, ours.
 */
public final class Guard {
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-f:.]{2,45}]|[a-z0-9._-]{1,255})(?::(\\d{1,5}))?");
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|localhost|[a-z0-9._-]+\\.localhost");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final int port;

  /**
   * A guard of one server.
   *
   * @param port the port that it listens on
   */
  public Guard(int port) {
    this.port = port;
  }

  /**
   * Refuses what a foreign web page could have sent.
   *
   * @throws AwsException AccessDenied, with status 403
   */
  public void check(WireRequest request) {
    String host = request.headers().first("host").orElse("").toLowerCase(Locale.ROOT);
    if (!ours(host)) {
      throw denied(
          "the Host header names neither loopback with port "
              + port
              + " nor an endpoint of AWS: use http://127.0.0.1:"
              + port);
    }
    checkOrigin(request, host);
  }

  /**
   * Refuses what a foreign web page could have sent to a server that anybody may reach under any
   * name, where signatures are verified.
   *
   * @throws AwsException AccessDenied, with status 403
   */
  public void checkOrigin(WireRequest request) {
    checkOrigin(request, request.headers().first("host").orElse("").toLowerCase(Locale.ROOT));
  }

  private static void checkOrigin(WireRequest request, String host) {
    Optional<String> origin = request.headers().first("origin");
    if (origin.isPresent()
        && !origin.get().equalsIgnoreCase("http://" + host)
        && !origin.get().equalsIgnoreCase("https://" + host)) {
      throw denied("a web page of another origin may not call");
    }
    // Images and links carry no Origin; every current browser says this of them.
    Optional<String> site = request.headers().first("sec-fetch-site");
    if (site.isPresent() && !OWN_SITES.contains(site.get())) {
      throw denied("a web page of another site may not call");
    }
  }

  private boolean ours(String host) {
    var parts = HOST.matcher(host);
    if (!parts.matches()) {
      return false;
    }
    String name = parts.group(1);
    if (LOOPBACK.matcher(name).matches()) {
      return String.valueOf(port).equals(parts.group(2)) || (parts.group(2) == null && port == 80);
    }
    for (Partition partition : Regions.partitions()) {
      if (name.endsWith("." + partition.dnsSuffix())) {
        return true;
      }
    }
    return name.endsWith(".api.aws");
  }

  private static AwsException denied(String fact) {
    return new AwsException("AccessDenied", 403, "Refused: " + fact);
  }
}
