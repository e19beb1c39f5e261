package io.cloister.app.cli;

/** Exit codes, the same for every command. */
final class Exit {
  static final int OK = 0;
  static final int NO = 1;
  static final int USAGE = 2;
  static final int ENVIRONMENT = 3;

  private Exit() {}
}
