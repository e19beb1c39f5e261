package io.cloister.dataplane.linux;

import io.cloister.dataplane.linux.netns.NamespaceHandle;
import io.cloister.dataplane.linux.system.Linux;
import io.cloister.dataplane.linux.system.SystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Network sysctls, which are those of the namespace that the reading or writing thread is in. */
final class Sysctl {
  private static final Path ROOT = Path.of("/proc/sys/net");

  /** ping_group_range is of group ids, and those that a user namespace does not map are refused. */
  private static final String PING_GROUPS = "ipv4/ping_group_range";

  private static final String EVERY_GROUP = "0\t2147483647";

  private Sysctl() {}

  static SortedMap<String, String> read(NamespaceHandle handle, Set<String> paths) {
    if (paths.isEmpty()) {
      return new TreeMap<>();
    }
    return handle.in(() -> {
      SortedMap<String, String> values = new TreeMap<>();
      for (String path : paths) {
        try {
          String value = Linux.read(ROOT.resolve(path)).strip();
          boolean every = path.equals(PING_GROUPS) && value.equals(here(path, EVERY_GROUP));
          values.put(path, (every ? EVERY_GROUP : value).replace('\t', ' '));
        } catch (SystemException _) {
          // Left out: then it is written, and that fails with a reason.
        }
      }
      return values;
    });
  }

  static boolean write(NamespaceHandle handle, SortedMap<String, String> values) {
    return handle.in(() -> {
      values.forEach((path, value) -> Linux.write(ROOT.resolve(path), here(path, value)));
      return true;
    });
  }

  /** What a value is in the user namespace of this process: every group is every one mapped. */
  private static String here(String path, String value) {
    if (!path.equals(PING_GROUPS) || !value.equals(EVERY_GROUP)) {
      return value;
    }
    long last = 0;
    for (String line : Linux.read(Path.of("/proc/self/gid_map")).strip().split("\n", -1)) {
      String[] range = line.strip().split("\\s+", -1);
      last = Math.max(last, Long.parseLong(range[0]) + Long.parseLong(range[2]) - 1);
    }
    return "0\t" + Math.min(last, Integer.MAX_VALUE);
  }
}
