package io.cloister.bench.forwarding;

import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Reconcile;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.kernel.Seen;
import io.cloister.dataplane.kernel.SeenLink;
import io.cloister.dataplane.kernel.Sysctls;
import io.cloister.dataplane.linux.LinuxKernel;
import io.cloister.model.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The namespaces of a router and its instances once more, beside the server's: the same links,
 * Ethernet addresses, MTUs and routes, but one routing table, no policy rule and no filter.
 */
final class Plain implements AutoCloseable {
  private final LinuxKernel kernel;
  private final Thread hook;

  private Plain(LinuxKernel kernel) {
    this.kernel = kernel;
    this.hook = new Thread(kernel::destroy, "end of the plain namespaces");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Copies.
   *
   * @param router the file of the router's namespace
   * @param instances their names, beside the router's
   */
  static Plain of(Path router, List<String> instances) {
    Path folder = Path.of("/run/cloister-bench", Long.toString(ProcessHandle.current().pid()));
    Plain plain = new Plain(new LinuxKernel(folder));
    try (LinuxKernel original = new LinuxKernel(router.resolveSibling(""))) {
      SortedMap<NamespaceName, Namespace> wanted = new TreeMap<>();
      List<String> names = new ArrayList<>(instances);
      names.add(router.getFileName().toString());
      for (String name : names) {
        Seen seen = original.observe(new NamespaceName(name), new TreeMap<>());
        wanted.put(seen.name(), copy(seen, names));
      }
      plain.kernel.apply(Reconcile.steps(Table.of(wanted), plain.kernel.observe(wanted.values())));
      return plain;
    } catch (RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private static Namespace copy(Seen seen, List<String> names) {
    Map<String, String> sysctls = new TreeMap<>(Sysctls.QUIET);
    sysctls.put("ipv4/ip_forward", "1");
    List<Link> links =
        seen.links()
            .values()
            .map(SeenLink::ours)
            .flatMap(Optional::stream)
            .filter(link -> names.contains(link.peer().namespace().text()))
            .toList();
    Map<Route.Key, Route> routes = new TreeMap<>();
    for (Route route : seen.routes()) {
      boolean there =
          route.target() instanceof Route.Via via
              && links.stream().anyMatch(link -> link.name().equals(via.link()));
      if (there) {
        Route main = new Route(Route.MAIN, route.destination(), route.target());
        routes.putIfAbsent(main.key(), main);
      }
    }
    return Namespace.of(seen.name(), sysctls, links, routes.values(), List.of(), Optional.empty());
  }

  /** The file of a copy. */
  Path file(String name) {
    return kernel.namespaces().file(new NamespaceName(name));
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    kernel.destroy();
    kernel.close();
  }
}
