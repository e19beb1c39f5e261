package io.cloister.app.demo;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A host that requests come from and go to.
 *
 * @param name such as {@code web}
 * @param shell by which name commands run in it: its instance id, or {@link Shell#INTERNET}
 * @param address its own address, IPv4
 * @param publicAddress where the internet finds it, if that is another one
 */
public record Host(String name, String shell, String address, Optional<String> publicAddress) {
  /** Whether packets may carry this address as its. */
  boolean has(String other) {
    return Stream.concat(Stream.of(address), publicAddress.stream()).anyMatch(other::equals);
  }
}
