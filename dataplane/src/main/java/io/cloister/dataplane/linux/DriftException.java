package io.cloister.dataplane.linux;

/**
 * A namespace isn't any more as it was left, so that steps from that state would be wrong; nothing
 * was changed. Observe, and reconcile.
 */
public final class DriftException extends KernelException {
  private static final long serialVersionUID = 1L;

  DriftException(String message, Throwable cause) {
    super(message, cause);
  }
}
