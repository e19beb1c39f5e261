package io.cloister.app.cli;

import io.cloister.app.server.DataPlaneFactory;
import java.io.IOException;

/** The data plane of this machine. */
final class Kernel {
  private Kernel() {}

  static DataPlaneFactory factory() {
    return _ -> {
      throw new IOException(
          "the Linux data plane isn't built yet: --no-packets serves the API alone");
    };
  }
}
