package io.cloister.app.demo;

import java.io.IOException;
import java.util.List;

/** Runs commands inside hosts, as {@code ./cloister exec} does. */
public interface Shell {
  /** The host of the simulated internet. */
  String INTERNET = "internet";

  /**
   * Starts a command.
   *
   * @param host an instance's id, or {@link #INTERNET}
   * @throws IOException if it can't be started
   */
  Running start(String host, List<String> command) throws IOException;

  /** A command that was started; closing kills it if it still runs. */
  interface Running extends AutoCloseable {
    /** Waits for its end. */
    boolean ended(long milliseconds) throws InterruptedException;

    /** Its exit code, when it has ended. */
    int code();

    /** What it has written, errors too, when it has ended. */
    String output() throws IOException;

    @Override
    void close();
  }
}
