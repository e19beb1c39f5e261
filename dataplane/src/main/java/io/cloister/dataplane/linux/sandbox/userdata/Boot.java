package io.cloister.dataplane.linux.sandbox.userdata;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an instance does when it boots.
 *
 * @param files contents by path below {@code /var/lib/cloud/instance}; the one named {@code boot}
 *     is a script for {@code /bin/sh}, called with {@code every} at each boot, then with {@code
 *     first} at the first one
 */
public record Boot(SortedMap<String, byte[]> files) {
  /** Nothing to do. */
  public static final Boot NONE = new Boot(new TreeMap<>());

  public Boot {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
