package io.cloister.dataplane.kernel.nft;

import java.util.Optional;

/** What is known of a chain that is there: all of it, or its rules' fingerprints. */
public sealed interface SeenChain permits Chain, ChainPrint {

  /** Where the kernel calls it. */
  Optional<Hook> hook();

  /** Whether its rules are those of a chain that is wanted. */
  boolean holdsRulesOf(Chain wanted);
}
