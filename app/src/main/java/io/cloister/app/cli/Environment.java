package io.cloister.app.cli;

/** The machine, or a server, can't do what was asked: exit code 3, and one line for people. */
public final class Environment extends Exception {
  private static final long serialVersionUID = 1L;

  /** The fact and the remedy. */
  public Environment(String message) {
    super(message);
  }
}
