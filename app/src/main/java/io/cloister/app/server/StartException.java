package io.cloister.app.server;

/** A server can't start: the fact and the remedy, for people. Nothing is left running. */
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
