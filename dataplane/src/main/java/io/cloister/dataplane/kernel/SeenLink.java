package io.cloister.dataplane.kernel;

import java.util.Optional;

/**
 * A link as it was found, other than the loopback.
 *
 * @param name whatever it is called
 * @param index its number in the namespace, 1 or more; 0 when unknown
 * @param peerIndex the number of its peer, in the peer's namespace; 0 when unknown
 * @param up whether it is switched on
 * @param ours what it is, when it bears our mark: the peer's name, kept as its alias
 */
public record SeenLink(String name, int index, int peerIndex, boolean up, Optional<Link> ours) {

  /** What a link looks like once it has been applied. */
  static SeenLink of(Link applied) {
    return new SeenLink(applied.name().text(), 0, 0, true, Optional.of(applied));
  }

  /** Whether this and what was found at its peer's place are the two ends of one pair. */
  boolean isPairedWith(SeenLink other) {
    return peerIndex == other.index && index == other.peerIndex;
  }
}
