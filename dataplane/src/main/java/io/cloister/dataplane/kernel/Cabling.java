package io.cloister.dataplane.kernel;

import io.cloister.model.table.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen, and which veth pairs are as wanted. A pair stands only when both ends bear each
 * other's name as their mark and each is the other's peer by number; everything else is removed and
 * made anew, since an end alone can't be mended.
 *
 * @param wanted every namespace that should be there
 * @param seen the namespaces that were looked at and are there
 * @param looked the names of all that were looked at; the others are as wanted
 */
record Cabling(
    Table<NamespaceName, Namespace> wanted,
    Map<NamespaceName, Seen> seen,
    Set<NamespaceName> looked)
    implements Before {

  @Override
  public boolean has(NamespaceName name) {
    return seen.containsKey(name);
  }

  @Override
  public Optional<Seen> seen(Namespace namespace) {
    return Optional.ofNullable(seen.get(namespace.name()));
  }

  @Override
  public void links(Namespace namespace, Links links) {
    Table<String, SeenLink> found = seen(namespace).map(Seen::links).orElse(Table.empty());
    for (SeenLink link : found) {
      if (!stands(namespace, link)) {
        links.gone(link.name(), link.index());
      }
    }
    for (Link link : namespace.links()) {
      found
          .get(link.name().text())
          .filter(there -> stands(namespace, there))
          .ifPresentOrElse(there -> links.stays(link, there), () -> links.plugged(link, true));
    }
  }

  /** Whether a link that was seen in a namespace is one end of a wanted pair that stands. */
  private boolean stands(Namespace namespace, SeenLink link) {
    if (link.ours().isEmpty()) {
      return false;
    }
    Link found = link.ours().get();
    Optional<Link> now = namespace.links().get(found.name());
    if (now.filter(n -> n.peer().equals(found.peer())).isEmpty()) {
      return false;
    }
    NamespaceName other = found.peer().namespace();
    if (!looked.contains(other)) {
      return wanted.has(other);
    }
    LinkEnd here = new LinkEnd(namespace.name(), found.name());
    Optional<SeenLink> there =
        Optional.ofNullable(seen.get(other))
            .flatMap(s -> s.links().get(found.peer().link().text()))
            .filter(end -> end.ours().map(Link::peer).filter(here::equals).isPresent());
    return there.isPresent() && link.isPairedWith(there.get());
  }
}
