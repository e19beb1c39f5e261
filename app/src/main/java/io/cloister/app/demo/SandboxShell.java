package io.cloister.app.demo;

import io.cloister.dataplane.linux.sandbox.Exec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Commands in the sandboxes of a server of this machine. */
public final class SandboxShell implements Shell {
  private final Exec exec;

  /** The shell of the server with this run directory. */
  public SandboxShell(Path run) {
    this.exec = new Exec(run);
  }

  @Override
  public Running start(String host, List<String> command) throws IOException {
    Exec.Command started = exec.start(host, command);
    return new Running() {
      @Override
      public boolean ended(long milliseconds) throws InterruptedException {
        return started.ended(milliseconds);
      }

      @Override
      public int code() {
        return started.code();
      }

      @Override
      public String output() throws IOException {
        return started.output();
      }

      @Override
      public void close() {
        started.close();
      }
    };
  }
}
