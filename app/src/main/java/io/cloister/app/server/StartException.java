package io.cloister.app.server;

/**
 * A server can't start: the fact and the remedy, for people. Nothing of its own is left running.
 */
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
