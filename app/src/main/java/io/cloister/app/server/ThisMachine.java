package io.cloister.app.server;

import io.cloister.app.server.DataPlaneFactory.Setup;
import io.cloister.dataplane.DataPlane;
import io.cloister.dataplane.linux.machine.LinuxDataPlane;
import io.cloister.dataplane.linux.machine.Place;
import io.cloister.model.network.Timing;
import java.io.IOException;
import java.nio.file.Path;

/** The data plane of this machine. */
final class ThisMachine {
  private ThisMachine() {}

  static DataPlane start(Setup setup) throws IOException {
    String system = System.getProperty("os.name", "");
    if (!system.equals("Linux")) {
      throw new IOException(
          system
              + " has no Linux kernel, which carries the packets: use a container or a virtual machine"
              + " (docs/containers.md), or --no-packets for the API alone");
    }
    Path disks = setup.state().map(s -> s.resolve("disks")).orElse(setup.run().resolve("disks"));
    Place place = new Place(setup.port(), setup.run(), disks, setup.state().isEmpty());
    try {
      return new LinuxDataPlane(place, new Timing(setup.timeScale()), setup.report());
    } catch (RuntimeException | LinkageError e) {
      throw new IOException("this machine can't carry packets: " + e.getMessage(), e);
    }
  }
}
