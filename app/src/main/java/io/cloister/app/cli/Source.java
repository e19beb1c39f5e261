package io.cloister.app.cli;

import io.cloister.control.intake.Inputs;
import io.cloister.control.intake.report.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The file or folder that a command thinks about, as a parameter, and the reading of it. */
final class Source {
  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = {
        "A file or folder that describes a network; its contents tell in which form.",
        "Default: the network of the running server."
      })
  @Nullable Path path;

  /** The network of the path; none when no path is given. */
  Optional<Intake> read() throws IOException {
    return path == null ? Optional.empty() : Optional.of(Inputs.read(path));
  }
}
