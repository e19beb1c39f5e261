package io.cloister.app.cli;

import io.cloister.app.server.DataPlaneFactory;
import io.cloister.dataplane.linux.machine.LinuxDataPlane;
import io.cloister.dataplane.linux.machine.Place;
import io.cloister.model.network.Timing;
import java.nio.file.Path;

/** The data plane of this machine. */
final class Kernel {
  private static final Path RUN = Path.of("/run/cloister");

  private Kernel() {}

  static DataPlaneFactory factory() {
    return setup -> {
      Path run = RUN.resolve(Integer.toString(setup.port()));
      Path disks = setup.state().orElse(run).resolve("disks");
      Place place = new Place(setup.port(), run, disks, setup.state().isEmpty());
      return new LinuxDataPlane(place, new Timing(setup.timeScale()), setup.report());
    };
  }
}
