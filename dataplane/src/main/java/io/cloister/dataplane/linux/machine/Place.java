package io.cloister.dataplane.linux.machine;

import java.nio.file.Path;

/**
 * Where the things of one server lie.
 *
 * @param port of its API, which no two servers of a machine share
 * @param run what lives as long as the machine runs, such as {@code /run/cloister/4566}
 * @param disks the writable layers of instances
 * @param forgetDisks whether disks go when the server ends
 */
public record Place(int port, Path run, Path disks, boolean forgetDisks) {
  /** The namespaces. */
  Path namespaces() {
    return run.resolve("netns");
  }

  /** A name that no other server of the machine has. */
  String name() {
    return "cloister-" + port;
  }
}
