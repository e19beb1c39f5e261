package io.cloister.dataplane.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which veth pairs are as wanted. A pair stands only when both ends bear each other's name as their
 * mark and each is the other's peer by number; everything else is removed and made anew, since an
 * end alone can't be mended.
 *
 * @param wanted every namespace that should be there
 * @param seen the namespaces that were looked at, or that change
 * @param changed the wanted namespaces that were looked at, or that change; the others are as
 *     wanted
 */
record Cabling(
    Map<NamespaceName, Namespace> wanted,
    Map<NamespaceName, Seen> seen,
    Set<NamespaceName> changed) {

  /** Whether a link that was seen in a namespace is one end of a wanted pair that stands. */
  boolean stands(Namespace namespace, SeenLink link) {
    if (link.ours().isEmpty()) {
      return false;
    }
    Link found = link.ours().get();
    Link now = namespace.links().get(found.name());
    if (now == null || !now.peer().equals(found.peer())) {
      return false;
    }
    NamespaceName other = now.peer().namespace();
    if (!changed.contains(other)) {
      return wanted.containsKey(other);
    }
    LinkEnd here = new LinkEnd(namespace.name(), found.name());
    Optional<SeenLink> there =
        Optional.ofNullable(seen.get(other))
            .map(s -> s.links().get(now.peer().link().text()))
            .filter(end -> end.ours().map(Link::peer).filter(here::equals).isPresent());
    return there.isPresent() && link.isPairedWith(there.get());
  }

  /** Whether a wanted link is there and stands. */
  boolean stands(Namespace namespace, Link link) {
    return Optional.ofNullable(seen.get(namespace.name()))
        .map(now -> now.links().get(link.name().text()))
        .filter(found -> stands(namespace, found))
        .isPresent();
  }

  /** Whether it is this end's turn to make the pair, so that each is made once. */
  boolean makes(LinkEnd here, Link link) {
    return here.compareTo(link.peer()) < 0 || !changed.contains(link.peer().namespace());
  }

  /**
   * The other end of a wanted link.
   *
   * @throws IllegalArgumentException when there is none that names this one as its peer
   */
  Link peer(LinkEnd here, Link link) {
    return Optional.ofNullable(wanted.get(link.peer().namespace()))
        .map(other -> other.links().get(link.peer().link()))
        .filter(end -> end.peer().equals(here))
        .orElseThrow(
            () -> new IllegalArgumentException("not a pair: " + here + " and " + link.peer()));
  }
}
