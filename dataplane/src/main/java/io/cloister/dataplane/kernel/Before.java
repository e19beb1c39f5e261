package io.cloister.dataplane.kernel;

import java.util.Optional;

/** What is there before the steps: what was seen, or what was applied last. */
sealed interface Before permits Applied, Cabling {

  /** Whether a namespace is there. */
  boolean has(NamespaceName name);

  /** What is there of a namespace that is wanted, its links aside; nothing when it isn't there. */
  Optional<Seen> seen(Namespace wanted);

  /** Tells what becomes of the links of a namespace that is wanted; those that are the same not. */
  void links(Namespace wanted, Links links);

  /** Is told what becomes of links. */
  interface Links {
    /** A link that shouldn't be there. */
    void gone(String name, int index);

    /** A link that is to be made; another of its name may have been there. */
    void plugged(Link link, boolean replaces);

    /** A link that is there and may differ. */
    void stays(Link link, SeenLink found);
  }
}
