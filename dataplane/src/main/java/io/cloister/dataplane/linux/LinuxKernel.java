package io.cloister.dataplane.linux;

import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.Step;
import io.cloister.dataplane.kernel.nft.SeenTable;
import io.cloister.dataplane.linux.filter.TableReader;
import io.cloister.dataplane.linux.filter.Transaction;
import io.cloister.dataplane.linux.flow.Connection;
import io.cloister.dataplane.linux.flow.Conntrack;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netns.NamespaceHandle;
import io.cloister.dataplane.linux.netns.Namespaces;
import io.cloister.dataplane.linux.route.NetReader;
import io.cloister.dataplane.linux.route.Plumber;
import io.cloister.dataplane.linux.route.Settling;
import io.cloister.model.ip.IpAddress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kernel of this machine, as far as it is ours: the network namespaces in one directory. It may
 * be used by many threads; steps in the same namespace wait for each other.
 */
public final class LinuxKernel implements AutoCloseable {
  private final Namespaces namespaces;
  private final Plumber plumber;

  /**
   * The number of each ruleset after our last transaction, by which others' changes are noticed.
   */
  private final Map<NamespaceName, Integer> generations = new ConcurrentHashMap<>();

  /**
   * @param directory for the namespaces: ours alone, made if need be, such as {@code
   *     /run/cloister/4566/netns}
   */
  public LinuxKernel(Path directory) {
    this.namespaces = new Namespaces(directory);
    this.plumber = new Plumber(namespaces);
  }

  /** The open namespaces, for whoever needs a socket in one. */
  public Namespaces namespaces() {
    return namespaces;
  }

  /** The names of the namespaces that are there. */
  public NavigableSet<NamespaceName> list() {
    return namespaces.list();
  }

  /**
   * Looks at all namespaces that are there.
   *
   * @param wanted tells which sysctls to read
   */
  public NavigableMap<NamespaceName, Seen> observe(Collection<Namespace> wanted) {
    return observe(wanted, list());
  }

  /**
   * Looks at those of some namespaces that are there.
   *
   * @param wanted tells which sysctls to read
   */
  public NavigableMap<NamespaceName, Seen> observe(
      Collection<Namespace> wanted, Collection<NamespaceName> names) {
    NavigableSet<NamespaceName> there = list();
    there.retainAll(names);
    Map<NamespaceName, SortedMap<String, String>> sysctls = new TreeMap<>();
    wanted.forEach(namespace -> sysctls.put(namespace.name(), namespace.sysctls()));
    NavigableMap<NamespaceName, Seen> seen = new TreeMap<>();
    for (NamespaceName name : there) {
      namespaces.forget(name);
      seen.put(name, observe(name, sysctls.getOrDefault(name, new TreeMap<>())));
    }
    return seen;
  }

  /** Looks at one namespace that is there. */
  public Seen observe(NamespaceName name, SortedMap<String, String> sysctls) {
    return namespaces.with(
        name,
        handle -> {
          SortedMap<String, String> values = Sysctl.read(handle, sysctls.keySet());
          int generation = Transaction.generation(handle.filter());
          Optional<SeenTable> nft = TableReader.read(handle.filter());
          generations.put(name, generation);
          return NetReader.read(name, handle.route(), values, nft);
        });
  }

  /**
   * Takes steps in order; when it returns, packets meet them. Sysctls and filters are written whole
   * or not at all; when a step fails, those before it are done: observe, and reconcile again.
   *
   * @throws DriftException when somebody else has changed a ruleset since we last did or looked
   * @throws KernelException when the kernel refused a step
   */
  public void apply(List<Step> steps) {
    Settling settling = new Settling();
    for (Step step : steps) {
      KernelException.wrap(step, () -> apply(step));
      if (step instanceof Step.Plumb(NamespaceName name, var changes)) {
        settling.note(name, changes);
      }
    }
    KernelException.wrap("after all steps: ", () -> settling.await(namespaces));
  }

  private void apply(Step step) {
    switch (step) {
      case Step.CreateNamespace(NamespaceName name) -> namespaces.create(name);
      case Step.DeleteNamespace(NamespaceName name) -> {
        generations.remove(name);
        namespaces.delete(name);
      }
      case Step.WriteSysctls(NamespaceName name, var values) ->
          namespaces.with(name, handle -> Sysctl.write(handle, values));
      case Step.Filter filter -> namespaces.with(filter.namespace(), h -> filter(h, filter));
      case Step.Forget(NamespaceName name, var addresses) -> forget(name, addresses);
      case Step.Plumb(NamespaceName name, var changes) -> plumber.plumb(name, changes);
    }
  }

  private int filter(NamespaceHandle handle, Step.Filter step) {
    NetlinkSocket socket = handle.filter();
    Integer known = generations.remove(step.namespace());
    OptionalInt expected = known == null ? OptionalInt.empty() : OptionalInt.of(known);
    Transaction.commit(socket, step.changes(), expected);
    int generation = Transaction.generation(socket);
    generations.put(step.namespace(), generation);
    return generation;
  }

  /**
   * Ends the tracked connections of addresses in a namespace, whichever end they are, before or
   * after translation.
   *
   * @return how many there were
   */
  public int forget(NamespaceName name, Collection<IpAddress> addresses) {
    Set<IpAddress> all = Set.copyOf(addresses);
    return all.isEmpty()
        ? 0
        : namespaces.with(name, handle -> Conntrack.end(handle.filter(), c -> c.names(all)));
  }

  /** The connections that are tracked in a namespace. */
  public List<Connection> connections(NamespaceName name) {
    return namespaces.with(name, handle -> Conntrack.list(handle.filter()));
  }

  /** Removes every namespace of ours, and the directory. */
  public void destroy() {
    generations.clear();
    namespaces.destroy();
  }

  /** Closes what is open; the network stays. */
  @Override
  public void close() {
    namespaces.close();
  }
}
