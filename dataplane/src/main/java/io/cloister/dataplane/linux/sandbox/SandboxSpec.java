package io.cloister.dataplane.linux.sandbox;

import io.cloister.dataplane.linux.sandbox.userdata.Boot;
import io.cloister.model.ip.IpAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * What a sandbox is to be. Names, addresses and boot count when its writable layer is made, at the
 * first start; they stay as they were at later ones, like a disk.
 *
 * @param id its name, unique on this server
 * @param netns file of an existing network namespace, which it will live in but not own
 * @param hostname host name without a domain, as AWS's {@code ip-10-0-1-4}
 * @param addresses its own addresses, for its hosts file
 * @param resolvers its name servers, none for a machine without DNS
 * @param boot what it runs when it boots
 * @param limits what it may use of the machine
 */
public record SandboxSpec(
    SandboxId id,
    Path netns,
    String hostname,
    List<IpAddress> addresses,
    List<IpAddress> resolvers,
    Boot boot,
    Limits limits) {
  public SandboxSpec {
    if (!hostname.matches("[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?")) {
      throw new IllegalArgumentException("not a host name: " + hostname);
    }
    addresses = List.copyOf(addresses);
    resolvers = List.copyOf(resolvers);
  }
}
