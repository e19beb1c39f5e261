package io.cloister.matrix;

import java.nio.file.Path;
import java.util.List;

/**
 * Whoever sends and receives: an instance, or a host of the internet.
 *
 * @param id of the instance
 * @param eni of its first interface; empty for a host of the internet
 * @param namespace the file of its network namespace
 * @param ipv4 its own address
 * @param ipv6 its own address; empty when it has none
 * @param publicIpv4 what stands for its own address on the internet; empty when nothing does
 */
record Host(String id, String eni, Path namespace, String ipv4, String ipv6, String publicIpv4) {

  /** All addresses that a packet from or to it may show. */
  List<String> addresses() {
    return List.of(ipv4, ipv6, publicIpv4);
  }

  @Override
  public String toString() {
    return id;
  }
}
