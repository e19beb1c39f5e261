package io.cloister.app.demo;

import io.cloister.app.admin.AdminClient;
import io.cloister.app.admin.Drops;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends requests and finds out what became of them: by the answer, or by what the kernel's gates
 * say they dropped. Silence is never taken for a drop.
 */
final class Prober {
  /** How long a request waits for its answer, in seconds. */
  private static final int PATIENCE = 3;

  private static final long LOOK_EVERY_MILLIS = 10;

  private final Shell shell;
  private final AdminClient server;
  private int sourcePort = 20_000;

  Prober(Shell shell, AdminClient server) {
    this.shell = shell;
    this.server = server;
  }

  /** Sends one request. */
  Seen seen(Probe probe) throws IOException, InterruptedException {
    int port = ++sourcePort;
    long before = System.currentTimeMillis() - 1;
    try (Shell.Running request =
        shell.start(probe.from().shell(), Scripts.probe(probe, port, PATIENCE))) {
      while (!request.ended(LOOK_EVERY_MILLIS)) {
        Optional<Seen> dropped = dropped(probe, port, before);
        if (dropped.isPresent()) {
          return dropped.get();
        }
      }
      String output = request.output().strip();
      if (output.startsWith("answered ")) {
        return new Seen.Answered(output.substring("answered ".length()));
      }
      if (output.equals("refused")) {
        return new Seen.Refused();
      }
      return dropped(probe, port, before)
          .orElseGet(
              () -> new Seen.Nothing(output.isEmpty() ? "exit code " + request.code() : output));
    }
  }

  private Optional<Seen> dropped(Probe probe, int port, long after) throws IOException {
    for (Drops.One drop : server.get("drops?after=" + after, Drops.class).drops()) {
      Optional<DroppedPacket> packet = DroppedPacket.of(drop.packet());
      if (packet.filter(p -> p.isOf(probe, port)).isPresent()) {
        return Optional.of(
            new Seen.Dropped(drop.gate(), drop.name(), String.join(" ", drop.groups())));
      }
    }
    return Optional.empty();
  }
}
