package io.cloister.matrix;

import io.cloister.app.server.Cloister;
import io.cloister.app.server.DataPlaneFactory;
import io.cloister.app.server.Options;
import io.cloister.app.server.StartException;
import io.cloister.control.action.support.Quota;
import io.cloister.dataplane.linux.machine.LinuxDataPlane;
import io.cloister.dataplane.linux.machine.Place;
import io.cloister.model.network.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the servers of this JVM's tests lie on the machine, and who ends them. */
final class Machine {
  private static final Path ALL = Path.of("/run/cloister-test");
  private static final String PREFIX = "matrix-";

  private Machine() {}

  /** A folder of this JVM's. */
  static Path folder(String name) {
    return ALL.resolve(PREFIX + ProcessHandle.current().pid()).resolve(name);
  }

  /** The data plane of this machine's kernel, in a folder of its own. */
  static DataPlaneFactory dataPlane(Path run) {
    return setup ->
        new LinuxDataPlane(
            new Place(
                setup.port(),
                run,
                setup.state().orElse(run).resolve("disks"),
                setup.state().isEmpty()),
            new Timing(setup.timeScale()),
            setup.report());
  }

  /** What tests need more of than a new account has. */
  static Options roomy(Options options) {
    return options.withQuotas(
        Map.of(Quota.VPCS_PER_REGION, 100, Quota.ELASTIC_IPS_PER_REGION, 100));
  }

  /** A server that ends with this JVM, if not before. */
  static Cloister start(Options options, Path run) {
    sweep();
    try {
      Cloister server = Cloister.start(roomy(options), dataPlane(run));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (StartException e) {
      throw new AssertionError(e);
    }
  }

  /** Removes what JVMs that were killed have left. */
  private static void sweep() {
    if (!Files.isDirectory(ALL)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(ALL, PREFIX + "*")) {
      for (Path of : left) {
        long pid = Long.parseLong(String.valueOf(of.getFileName()).substring(PREFIX.length()));
        if (ProcessHandle.of(pid).isEmpty()) {
          removeAll(of);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder, and before that what runs by the server folders in it. */
  static void removeAll(Path folder) throws IOException {
    List<Path> runs;
    try (Stream<Path> all = Files.find(folder, 4, (f, _) -> f.endsWith("netns"))) {
      runs = all.map(Path::getParent).filter(Objects::nonNull).toList();
    }
    runs.forEach(Machine::remove);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Removes the folder of this JVM's when nothing is in it any more. */
  static void tidy() throws IOException {
    Path own = folder(".").normalize();
    if (Files.isDirectory(own)) {
      try (Stream<Path> left = Files.list(own)) {
        if (left.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(own);
    }
  }

  /** Adopts what a server that is gone has left, and removes it. */
  private static void remove(Path run) {
    Place place = new Place(0, run, run.resolve("disks"), true);
    new LinuxDataPlane(place, Timing.REAL, _ -> {}).remove();
  }
}
