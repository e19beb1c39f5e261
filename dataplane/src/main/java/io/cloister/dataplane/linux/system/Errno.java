package io.cloister.dataplane.linux.system;

import java.util.Map;

/** Numbers of errors, the same on all architectures that we run on. */
public final class Errno {
  /** Not permitted. */
  public static final int EPERM = 1;

  /** No such file, rule or neighbour. */
  public static final int ENOENT = 2;

  /** No such route. */
  public static final int ESRCH = 3;

  /** Interrupted by a signal. */
  public static final int EINTR = 4;

  /** Nothing to read now. */
  public static final int EAGAIN = 11;

  /** In use. */
  public static final int EBUSY = 16;

  /** Is there already. */
  public static final int EEXIST = 17;

  /** No such link. */
  public static final int ENODEV = 19;

  /** Something about the arguments is wrong. */
  public static final int EINVAL = 22;

  /** Something changed in between. */
  public static final int ERESTART = 85;

  /** The message is longer than the socket's buffer. */
  public static final int EMSGSIZE = 90;

  /** No such address. */
  public static final int EADDRNOTAVAIL = 99;

  /** The link is switched off. */
  public static final int ENETDOWN = 100;

  /** The socket's buffer overflowed. */
  public static final int ENOBUFS = 105;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(EPERM, "EPERM (not permitted)"),
          Map.entry(ENOENT, "ENOENT (no such thing)"),
          Map.entry(ESRCH, "ESRCH (no such route or process)"),
          Map.entry(EINTR, "EINTR (interrupted)"),
          Map.entry(9, "EBADF (bad descriptor)"),
          Map.entry(EAGAIN, "EAGAIN (try again)"),
          Map.entry(12, "ENOMEM (out of memory)"),
          Map.entry(13, "EACCES (access denied)"),
          Map.entry(EBUSY, "EBUSY (in use)"),
          Map.entry(EEXIST, "EEXIST (is there already)"),
          Map.entry(ENODEV, "ENODEV (no such link)"),
          Map.entry(20, "ENOTDIR (no directory)"),
          Map.entry(EINVAL, "EINVAL (invalid argument)"),
          Map.entry(24, "EMFILE (too many open files)"),
          Map.entry(28, "ENOSPC (no space left)"),
          Map.entry(34, "ERANGE (out of range)"),
          Map.entry(40, "ELOOP (too many jumps)"),
          Map.entry(ERESTART, "ERESTART (changed in between)"),
          Map.entry(EMSGSIZE, "EMSGSIZE (message too long)"),
          Map.entry(95, "EOPNOTSUPP (not supported)"),
          Map.entry(97, "EAFNOSUPPORT (address family not supported)"),
          Map.entry(EADDRNOTAVAIL, "EADDRNOTAVAIL (no such address)"),
          Map.entry(ENETDOWN, "ENETDOWN (link is down)"),
          Map.entry(101, "ENETUNREACH (network unreachable)"),
          Map.entry(ENOBUFS, "ENOBUFS (buffer overflow)"),
          Map.entry(113, "EHOSTUNREACH (no route)"));

  private Errno() {}

  /** The name of an error and what it means. */
  public static String name(int errno) {
    return NAMES.getOrDefault(errno, "errno " + errno);
  }
}
