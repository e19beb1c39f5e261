package io.cloister.control.action;

/**
 * The one error type of the API: AWS's code, the fact and the remedy, and the HTTP status (4xx; 500
 * only for {@code InternalError}: a machine that fails). Nothing has changed when it is thrown, but
 * for {@code InternalError} after a write that is journaled and not yet enforced.
 */
public final class AwsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final int status;

  /**
   * @param code AWS's error code, such as {@code InvalidVpcID.NotFound}
   * @param status the HTTP status, 400..503
   * @param message the fact, then the remedy
   */
  public AwsException(String code, int status, String message) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
  }

  /** An error with the status 400, which EC2 gives for nearly all. */
  public AwsException(String code, String message) {
    this(code, 400, message);
  }

  /** AWS's error code. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The message, never null. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
