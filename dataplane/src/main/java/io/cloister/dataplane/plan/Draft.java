package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.Link;
import io.cloister.dataplane.kernel.LinkName;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.PolicyRule;
import io.cloister.dataplane.kernel.Route;
import io.cloister.dataplane.kernel.nft.Chain;
import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.model.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The next version of a namespace in the making. First all that goes is withdrawn, then all that
 * comes is added: an address may go from one piece to another.
 */
final class Draft {
  private final Namespace before;
  private Table<LinkName, Link> links;
  private Table<Route.Key, Route> routes;
  private Table<PolicyRule, PolicyRule> rules;
  private Table<ChainName, Chain> chains;
  private Table<SetName, NftSet> sets;

  /** Sets that are being changed, so that many elements cost one entry in the table of sets. */
  private final Map<SetName, NftSet> open = new HashMap<>();

  Draft(Namespace before) {
    this.before = before;
    NftTable table = before.nft().orElse(NftTable.EMPTY);
    links = before.links();
    routes = before.routes();
    rules = before.rules();
    chains = table.chains();
    sets = table.sets();
  }

  /** The namespace as it is now. */
  Namespace done() {
    open.forEach((name, set) -> sets = sets.with(name, set));
    open.clear();
    Optional<NftTable> nft =
        before.nft().map(table -> new NftTable(chains, sets, table.timeouts()));
    return new Namespace(
        before.name(),
        before.lead(),
        before.sysctls(),
        links,
        before.loopback(),
        routes,
        rules,
        nft);
  }

  /** The set, if it is there. */
  private Optional<NftSet> set(SetName name) {
    return Optional.ofNullable(open.get(name)).or(() -> sets.get(name));
  }

  Sink adding() {
    return new Adding();
  }

  Sink removing() {
    return new Removing();
  }

  private final class Adding implements Sink {
    @Override
    public void link(Link link) {
      links = links.with(link.name(), link);
    }

    @Override
    public void route(Route route) {
      routes = routes.with(route.key(), route);
    }

    @Override
    public void rule(PolicyRule rule) {
      rules = rules.with(rule, rule);
    }

    @Override
    public void chain(Chain chain) {
      chains = chains.with(chain.name(), chain);
    }

    @Override
    public void set(NftSet set) {
      open.put(set.name(), set);
    }

    @Override
    public void element(SetName name, Element element, Datum datum) {
      NftSet set = Draft.this.set(name).orElseThrow(() -> new NoSuchElementException(name.text()));
      open.put(name, set.with(element, datum));
    }
  }

  private final class Removing implements Sink {
    @Override
    public void link(Link link) {
      links = links.without(link.name());
    }

    @Override
    public void route(Route route) {
      routes = routes.without(route.key());
    }

    @Override
    public void rule(PolicyRule rule) {
      rules = rules.without(rule);
    }

    @Override
    public void chain(Chain chain) {
      chains = chains.without(chain.name());
    }

    @Override
    public void set(NftSet set) {
      open.remove(set.name());
      sets = sets.without(set.name());
    }

    @Override
    public void element(SetName name, Element element, Datum datum) {
      set(name).ifPresent(set -> open.put(name, set.without(element)));
    }

    private Optional<NftSet> set(SetName name) {
      return Draft.this.set(name);
    }
  }
}
