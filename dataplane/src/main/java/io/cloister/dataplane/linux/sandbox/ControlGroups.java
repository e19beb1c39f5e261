package io.cloister.dataplane.linux.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Control groups with a bound on processes and on memory, where the machine has them and lets this
 * process make some: version 1, a tree per controller; version 2, one tree; or a mixture, as
 * systemd leaves it. Where there are none, resource limits are all there is.
 *
 * @param bounds the directory under which to make groups, by what can be bounded there
 */
record ControlGroups(Map<Bound, Path> bounds) {
  /** What a group can bound, and the files that say so in the two versions. */
  enum Bound {
    PROCESSES("pids", "pids.max", "pids.max"),
    MEMORY("memory", "memory.limit_in_bytes", "memory.max");

    private final String controller;
    private final String firstVersion;
    private final String secondVersion;

    Bound(String controller, String firstVersion, String secondVersion) {
      this.controller = controller;
      this.firstVersion = firstVersion;
      this.secondVersion = secondVersion;
    }
  }

  ControlGroups {
    bounds = Map.copyOf(bounds);
  }

  /**
   * Finds what this process may use, and makes a group of that name for all its sandboxes.
   *
   * @param own content of {@code /proc/self/cgroup}
   * @param mounts content of {@code /proc/self/mounts}
   */
  static ControlGroups find(List<String> own, List<String> mounts, String name) {
    Map<Bound, Path> found = new LinkedHashMap<>();
    for (String mount : mounts) {
      String[] fields = mount.split(" ", -1);
      for (Bound bound : Bound.values()) {
        if (fields[2].equals("cgroup")
            && List.of(fields[3].split(",", -1)).contains(bound.controller)) {
          usable(Path.of(fields[1]), group(own, bound.controller), name, bound, bound.firstVersion)
              .ifPresent(path -> found.putIfAbsent(bound, path));
        } else if (fields[2].equals("cgroup2")) {
          usable(Path.of(fields[1]), group(own, ""), name, bound, bound.secondVersion)
              .ifPresent(path -> found.putIfAbsent(bound, path));
        }
      }
    }
    return new ControlGroups(found);
  }

  private static String group(List<String> own, String controller) {
    for (String line : own) {
      String[] fields = line.split(":", 3);
      if (List.of(fields[1].split(",", -1)).contains(controller)) {
        return fields[2];
      }
    }
    return "/";
  }

  /**
   * Below our own group, so that what bounds us bounds them. A group of version 2 that has
   * processes can't have children with controllers; then below the root of what we see.
   */
  private static Optional<Path> usable(
      Path mount, String own, String name, Bound bound, String file) {
    for (String parent : List.of(own, "/")) {
      Path above = Path.of(mount + parent);
      if (Files.isDirectory(above) && allows(above, name, bound, file)) {
        return Optional.of(above.resolve(name));
      }
    }
    return Optional.empty();
  }

  private static boolean allows(Path above, String name, Bound bound, String file) {
    Path group = above.resolve(name);
    Path trial = group.resolve("trial");
    boolean there = false;
    try {
      Files.createDirectories(group);
      for (Path parent : List.of(above, group)) {
        Path control = parent.resolve("cgroup.subtree_control");
        if (Files.exists(control) && !Files.readString(control).contains(bound.controller)) {
          Files.writeString(control, "+" + bound.controller);
        }
      }
      Files.createDirectories(trial);
      there = Files.isWritable(trial.resolve(file));
    } catch (IOException e) {
      // Read-only, not ours, or in the hands of somebody who keeps it otherwise.
    }
    removed(trial);
    if (!there) {
      removed(group); // which fails if the other bound has found its place in it: so it should
    }
    return there;
  }

  boolean boundMemory() {
    return bounds.containsKey(Bound.MEMORY);
  }

  /** Makes the groups of a sandbox; their directories. */
  List<Path> make(SandboxId id, Limits limits) throws IOException {
    List<Path> groups = new ArrayList<>();
    for (Map.Entry<Bound, Path> entry : bounds.entrySet()) {
      Path group = Files.createDirectories(entry.getValue().resolve(id.value()));
      long value =
          switch (entry.getKey()) {
            case PROCESSES -> limits.processes();
            case MEMORY -> limits.memory();
          };
      Path first = group.resolve(entry.getKey().firstVersion);
      Path file = Files.exists(first) ? first : group.resolve(entry.getKey().secondVersion);
      Files.writeString(file, Long.toString(value));
      if (!groups.contains(group)) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** Removes the groups of a sandbox that has ended. */
  void remove(SandboxId id) {
    for (Path above : bounds.values()) {
      // Busy for as long as bubblewrap's outer process is on its way out.
      for (int i = 0; i < 40 && !removed(above.resolve(id.value())); i++) {
        LockSupport.parkNanos(5_000_000);
      }
    }
  }

  private static boolean removed(Path group) {
    try {
      Files.deleteIfExists(group);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes what is left when no sandbox runs any more. */
  void removeAll() {
    bounds.values().forEach(ControlGroups::removed);
  }
}
