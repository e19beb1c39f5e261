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

  private Sysctl() {}

  static SortedMap<String, String> read(NamespaceHandle handle, Set<String> paths) {
    if (paths.isEmpty()) {
      return new TreeMap<>();
    }
    return handle.in(() -> {
      SortedMap<String, String> values = new TreeMap<>();
      for (String path : paths) {
        try {
          values.put(path, Linux.read(ROOT.resolve(path)).strip().replace('\t', ' '));
        } catch (SystemException _) {
          // Left out: then it is written, and that fails with a reason.
        }
      }
      return values;
    });
  }

  static boolean write(NamespaceHandle handle, SortedMap<String, String> values) {
    return handle.in(() -> {
      values.forEach((path, value) -> Linux.write(ROOT.resolve(path), value));
      return true;
    });
  }
}
