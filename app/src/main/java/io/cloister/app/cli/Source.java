package io.cloister.app.cli;

import io.cloister.control.intake.Inputs;
import io.cloister.control.intake.report.Intake;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The file or folder that a command thinks about, as a parameter, and the reading of it. */
final class Source {
  @Parameters(
      arity = "1",
      paramLabel = "PATH",
      description =
          "A file or folder with what aws ec2 describe-... answered; contents tell, not names.")
  Path path = Path.of("");

  /** The network of the path. */
  Intake read() throws IOException {
    return Inputs.read(path);
  }
}
