package io.cloister.dataplane.kernel.nft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The real {@code nft}, in a network namespace of its own that ends with it. */
final class NftCheck {
  private NftCheck() {}

  /** Loads a ruleset and returns what nft says: empty when it is content. */
  static String complaints(String ruleset) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("unshare", "--net", "nft", "-f", "-").redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(ruleset.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return code == 0 && said.isEmpty() ? "" : "exit " + code + ": " + said;
  }
}
