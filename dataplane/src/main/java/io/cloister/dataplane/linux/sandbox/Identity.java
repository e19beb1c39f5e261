package io.cloister.dataplane.linux.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which of the machine's user ids the ids inside sandboxes stand for.
 *
 * <p>A range and not one id, because programs of a Debian machine change to users of their own
 * ({@code www-data}, {@code postgres}). All sandboxes use the same range, so that they can share
 * one base image; each user namespace has an owner of its own, against whose limit of processes all
 * that happens in it counts, whatever ids it uses (user_namespaces(7), RLIMIT_NPROC).
 *
 * @param base the outside id of root inside
 * @param count how many ids are mapped, from 0 inside and from {@code base} outside
 * @param owners the first of the ids that own user namespaces; 0 where the server has no ids to
 *     spare and owns them itself
 * @param spread how many ids there are for owners
 */
record Identity(int base, int count, int owners, int spread) {
  private static final int OWNERS = 1 << 26;

  /**
   * Of a root server: ids from 0x70000000, in a range that distributions and systemd leave alone
   * (systemd.io, "Users, Groups, UIDs and GIDs").
   */
  private static final Identity OF_ROOT = new Identity(0x7000_0000, 65_536, 0x7400_0000, OWNERS);

  /** What this process may give away: as root of the machine, or of a user namespace. */
  static Identity ofThisProcess() {
    try {
      return of(Files.readAllLines(Path.of("/proc/self/uid_map")));
    } catch (IOException e) {
      throw new SandboxException("/proc/self/uid_map cannot be read", e);
    }
  }

  static Identity of(List<String> uidMap) {
    long mapped = 0;
    for (String line : uidMap) {
      mapped += Long.parseLong(line.strip().split("\\s+", -1)[2]);
    }
    if (mapped > (long) OF_ROOT.owners + OWNERS) {
      return OF_ROOT;
    }
    // In a user namespace: its own root is the user outside, what newuidmap gave comes after it. An
    // owner may be one of the ids that its sandbox uses: these are of the namespace below, and have
    // no rights in the one above.
    int count = (int) Math.min(mapped - 1, 65_536);
    return count > 0 ? new Identity(1, count, 1, count) : new Identity(0, 1, 0, 1);
  }

  /** The owner of the user namespace of one sandbox; 0 for the server itself. */
  int owner(SandboxId id) {
    return owners == 0 ? 0 : owners + Math.floorMod(id.value().hashCode() * 0x9E37_79B9, spread);
  }
}
