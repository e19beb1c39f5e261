package io.cloister.bench.probe;

import java.nio.file.Path;

/**
 * A way from one namespace to an IPv4 address of another, over which things are sent.
 *
 * @param from the file of the sender's namespace
 * @param to the file of the receiver's
 * @param address the receiver's, as dotted text
 */
public record Path4(Path from, Path to, String address) {
  byte[] bytes() {
    byte[] bytes = new byte[4];
    String[] parts = address.split("\\.", -1);
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }
}
