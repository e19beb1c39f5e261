package io.cloister.dataplane.linux.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Step;
import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.dataplane.kernel.nft.Samples;
import io.cloister.dataplane.kernel.nft.SeenTable;
import io.cloister.dataplane.kernel.nft.TableDiff;
import io.cloister.dataplane.linux.Lab;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What we say to the kernel is what nft says when it reads our text. */
class EncodingTest {
  private static final NamespaceName OURS = new NamespaceName("ours");
  private static final NamespaceName NFTS = new NamespaceName("nfts");

  @Test
  void theKernelHoldsWhatNftWouldHaveLoaded() {
    try (Lab lab = new Lab()) {
      NftTable table = Samples.everything();
      load(lab, table);
      lab.kernel().apply(List.of(new Step.CreateNamespace(NFTS)));
      lab.run(NFTS, table.toString(), "nft", "-f", "-");
      assertThat(list(lab, OURS)).isEqualTo(list(lab, NFTS)).contains("sgr-2");
    }
  }

  @Test
  void aTableIsReadBackAsItWasWritten() {
    try (Lab lab = new Lab()) {
      NftTable table = Samples.everything();
      load(lab, table);
      Optional<SeenTable> seen = lab.kernel().observe(OURS, new TreeMap<>()).nft();
      assertThat(seen).isPresent();
      assertThat(seen.get().sets()).isEqualTo(table.sets());
      assertThat(seen.get().timeouts()).isEqualTo(table.timeouts());
      assertThat(seen.get().strange()).isFalse();
      assertThat(TableDiff.changes(Optional.of(table), seen)).isEmpty();
    }
  }

  private static void load(Lab lab, NftTable table) {
    lab.kernel()
        .apply(
            List.of(
                new Step.CreateNamespace(OURS),
                new Step.Filter(OURS, TableDiff.changes(Optional.of(table), Optional.empty()))));
  }

  private static String list(Lab lab, NamespaceName namespace) {
    return lab.run(namespace, "", "nft", "-nn", "list", "ruleset");
  }
}
