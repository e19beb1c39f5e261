package io.cloister.dataplane.linux.netlink;

import io.cloister.dataplane.linux.system.Errno;

/** The kernel refused a netlink message, or a socket failed. */
public final class NetlinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int errno;

  /**
   * @param about what was asked
   * @param errno the number of the error, see {@link Errno}
   * @param said what the kernel said in words, maybe nothing
   */
  public NetlinkException(String about, int errno, String said) {
    super(about + ": " + Errno.name(errno) + (said.isEmpty() ? "" : ": " + said));
    this.errno = errno;
  }

  /** The number of the error. */
  public int errno() {
    return errno;
  }
}
