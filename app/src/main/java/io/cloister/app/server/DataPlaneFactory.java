package io.cloister.app.server;

import io.cloister.dataplane.DataPlane;
import io.cloister.model.network.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the data plane of a server. */
@FunctionalInterface
public interface DataPlaneFactory {
  /**
   * Starts a data plane, which knows nothing of the network yet.
   *
   * @throws IOException if this machine or user can't run one; the message has the remedy
   */
  DataPlane start(Setup setup) throws IOException;

  /**
   * What a data plane is told of the server that it belongs to.
   *
   * @param port of the API: no two servers of a machine have the same, so names are made of it
   * @param run the folder of what runs, this server's own
   * @param state the folder of what is kept; empty when everything is to be forgotten
   * @param timeScale by which every timer of AWS's is divided, 1 or more
   * @param report where to say what is seen; it returns at once and never throws
   */
  record Setup(
      int port, Path run, Optional<Path> state, int timeScale, Consumer<Observation> report) {}
}
