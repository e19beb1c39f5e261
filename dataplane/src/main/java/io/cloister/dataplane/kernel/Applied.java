package io.cloister.dataplane.kernel;

import io.cloister.model.table.Table;
import java.util.Optional;

/** A state that was applied, and that nobody has disturbed since. */
record Applied(Table<NamespaceName, Namespace> namespaces) implements Before {
  @Override
  public boolean has(NamespaceName name) {
    return namespaces.has(name);
  }

  @Override
  public Optional<Seen> seen(Namespace wanted) {
    return namespaces.get(wanted.name()).map(Seen::withoutLinks);
  }

  @Override
  public void links(Namespace wanted, Links links) {
    Table<LinkName, Link> before =
        namespaces.get(wanted.name()).map(Namespace::links).orElse(Table.empty());
    before.eachDifference(
        wanted.links(),
        (name, was, now) -> {
          boolean stays =
              was.isPresent() && now.isPresent() && was.get().peer().equals(now.get().peer());
          if (stays) {
            if (!was.equals(now)) {
              links.stays(now.get(), SeenLink.of(was.get()));
            }
            return;
          }
          was.ifPresent(_ -> links.gone(name.text(), 0));
          now.ifPresent(link -> links.plugged(link, was.isPresent()));
        });
  }
}
