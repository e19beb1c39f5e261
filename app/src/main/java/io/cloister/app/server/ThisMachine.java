package io.cloister.app.server;

import io.cloister.app.server.DataPlaneFactory.Setup;
import io.cloister.dataplane.DataPlane;
import io.cloister.dataplane.linux.machine.LinuxDataPlane;
import io.cloister.dataplane.linux.machine.Place;
import io.cloister.model.network.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data plane of this machine. */
final class ThisMachine {
  private static final Path SETTINGS = Path.of("/proc/sys/net");

  private ThisMachine() {}

  static DataPlane start(Setup setup) throws IOException {
    String system = System.getProperty("os.name", "");
    if (!system.equals("Linux")) {
      throw new IOException(
          system
              + " has no Linux kernel, which carries the packets: use a container or a virtual machine"
              + " (docs/containers.md), or --no-packets for the API alone");
    }
    if (readOnly(Files.readAllLines(Path.of("/proc/self/mounts")))) {
      throw new IOException(
          "this machine can't carry packets: /proc/sys/net is read-only, as in containers;"
              + " docs/containers.md says how to get one where it is not");
    }
    Path disks = setup.state().map(s -> s.resolve("disks")).orElse(setup.run().resolve("disks"));
    Place place = new Place(setup.port(), setup.run(), disks, setup.state().isEmpty());
    try {
      return new LinuxDataPlane(place, new Timing(setup.timeScale()), setup.report());
    } catch (RuntimeException | LinkageError e) {
      throw new IOException("this machine can't carry packets: " + e.getMessage(), e);
    }
  }

  /**
   * Whether /proc/sys/net, where every network namespace has to be told something, is mounted so
   * that nobody may write.
   *
   * @param mounts content of {@code /proc/self/mounts}, in which a later mount hides an earlier one
   */
  static boolean readOnly(List<String> mounts) {
    boolean readOnly = false;
    for (String mount : mounts) {
      String[] fields = mount.split(" ", -1);
      if (SETTINGS.startsWith(Path.of(fields[1]))) {
        readOnly = List.of(fields[3].split(",", -1)).contains("ro");
      }
    }
    return readOnly;
  }
}
