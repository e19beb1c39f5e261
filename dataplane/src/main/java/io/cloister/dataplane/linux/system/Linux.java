package io.cloister.dataplane.linux.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Files, mounts and namespaces. Calls that move a thread move the calling thread alone. */
public final class Linux {
  /** The network namespace, for {@link #unshare} and {@link #setns}. */
  public static final int CLONE_NEWNET = 0x40000000;

  /** Bind mount. */
  public static final int MS_BIND = 4096;

  /** With everything mounted below. */
  public static final int MS_REC = 16384;

  /** Mounts and unmounts below pass on to copies of the mount. */
  public static final int MS_SHARED = 1 << 20;

  private static final int O_RDONLY = 0;
  private static final int O_WRONLY = 1;
  private static final int O_CLOEXEC = 0x80000;
  private static final int MNT_DETACH = 2;

  private static final Native OPEN = Native.variadic("open", 2, ADDRESS, JAVA_INT, JAVA_INT);
  private static final Native CLOSE = Native.of("close", JAVA_INT);
  private static final Native READ = Native.sized("read", JAVA_INT, ADDRESS, JAVA_LONG);
  private static final Native WRITE = Native.sized("write", JAVA_INT, ADDRESS, JAVA_LONG);
  private static final Native SETNS = Native.of("setns", JAVA_INT, JAVA_INT);
  private static final Native UNSHARE = Native.of("unshare", JAVA_INT);
  private static final Native MOUNT =
      Native.of("mount", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
  private static final Native UMOUNT2 = Native.of("umount2", ADDRESS, JAVA_INT);

  private Linux() {}

  /** Opens a file for reading; the descriptor isn't inherited by other programs. */
  public static int open(Path file) {
    return open(file, O_RDONLY);
  }

  private static int open(Path file, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(file.toString());
      return OPEN.run(file.toString(), path, flags | O_CLOEXEC, 0);
    }
  }

  /** Closes a descriptor; there is nothing to do about an error. */
  public static void close(int fd) {
    CLOSE.call(fd);
  }

  /**
   * The text of a small file, such as a sysctl, of at most 4,095 bytes.
   *
   * @throws SystemException when it can't be read
   */
  public static String read(Path file) {
    int fd = open(file, O_RDONLY);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(4096);
      int length = READ.run(file.toString(), fd, buffer, 4095L);
      byte[] bytes = buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
      return new String(bytes, StandardCharsets.UTF_8);
    } finally {
      close(fd);
    }
  }

  /**
   * Writes a small file, such as a sysctl, in one call.
   *
   * @throws SystemException when it can't be written
   */
  public static void write(Path file, String text) {
    int fd = open(file, O_WRONLY);
    try (Arena arena = Arena.ofConfined()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      MemorySegment buffer = arena.allocate(Math.max(1, bytes.length));
      MemorySegment.copy(bytes, 0, buffer, ValueLayout.JAVA_BYTE, 0, bytes.length);
      WRITE.run(file + " = " + text, fd, buffer, (long) bytes.length);
    } finally {
      close(fd);
    }
  }

  /** Moves the calling thread into a namespace. */
  public static void setns(int fd, int kind) {
    SETNS.run("descriptor " + fd, fd, kind);
  }

  /** Moves the calling thread into a new namespace. */
  public static void unshare(int kind) {
    UNSHARE.run("0x" + Integer.toHexString(kind), kind);
  }

  /**
   * Mounts.
   *
   * @throws SystemException EINVAL when the flags don't suit the target
   */
  public static void mount(Path source, Path target, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MOUNT.run(
          source + " on " + target,
          arena.allocateFrom(source.toString()),
          arena.allocateFrom(target.toString()),
          arena.allocateFrom("none"),
          (long) flags,
          MemorySegment.NULL);
    }
  }

  /** Unmounts at once, whoever still uses it; false when nothing is mounted there. */
  public static boolean unmount(Path target) {
    try (Arena arena = Arena.ofConfined()) {
      long result = UMOUNT2.call(arena.allocateFrom(target.toString()), MNT_DETACH);
      if (result == -Errno.EINVAL || result == -Errno.ENOENT) {
        return false;
      }
      if (result < 0) {
        throw new SystemException("umount2(" + target + ")", (int) -result);
      }
      return true;
    }
  }
}
