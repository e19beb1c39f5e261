package io.cloister.dataplane.host;

import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.model.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which leads have to be changed together: those between whose namespaces a link differs, and those
 * that have a link to one of which it isn't known what is there.
 *
 * @param unknown the leads of which it isn't known
 */
record Together(
    Table<NamespaceName, Namespace> wanted,
    Table<NamespaceName, Namespace> applied,
    Map<NamespaceName, Work> due,
    Set<NamespaceName> unknown) {

  /** All leads that have to be changed with one, itself among them. */
  Set<NamespaceName> of(NamespaceName lead) {
    Set<NamespaceName> found = new TreeSet<>();
    Deque<NamespaceName> todo = new ArrayDeque<>(Set.of(lead));
    while (!todo.isEmpty()) {
      NamespaceName next = todo.remove();
      if (found.add(next)) {
        if (unknown.contains(next)) {
          linked(next).forEach(todo::add);
        }
        Optional.ofNullable(due.get(next))
            .ifPresent(work -> work.names.forEach(name -> differing(name, todo)));
      }
    }
    return found;
  }

  private Stream<NamespaceName> linked(NamespaceName lead) {
    return Stream.of(wanted, applied)
        .flatMap(all -> all.where(n -> n.lead().equals(lead)))
        .flatMap(n -> n.links().values())
        .flatMap(this::lead);
  }

  private void differing(NamespaceName name, Deque<NamespaceName> todo) {
    Optional<Namespace> before = applied.get(name);
    Optional<Namespace> after = wanted.get(name);
    before.map(Namespace::lead).ifPresent(todo::add);
    after.map(Namespace::lead).ifPresent(todo::add);
    before
        .map(Namespace::links)
        .orElse(Table.empty())
        .eachDifference(
            after.map(Namespace::links).orElse(Table.empty()),
            (_, was, now) -> {
              if (was.isPresent() && now.isPresent() && was.get().peer().equals(now.get().peer())) {
                return;
              }
              Stream.concat(was.stream(), now.stream()).flatMap(this::lead).forEach(todo::add);
            });
  }

  /** The lead at the other end, as it is and as it should be. */
  private Stream<NamespaceName> lead(Link link) {
    return Stream.of(wanted, applied)
        .flatMap(all -> all.get(link.peer().namespace()).stream())
        .map(Namespace::lead);
  }
}
