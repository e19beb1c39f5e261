package io.cloister.dataplane.linux.system;

/** A system call that failed. */
public final class SystemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int errno;

  /**
   * @param call what was called, with what matters of its arguments
   * @param errno the number of the error
   */
  public SystemException(String call, int errno) {
    super(call + ": " + Errno.name(errno));
    this.errno = errno;
  }

  /** The number of the error, see {@link Errno}. */
  public int errno() {
    return errno;
  }
}
