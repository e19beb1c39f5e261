package io.cloister.control.action.vpc;

import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.DhcpOptions;
import io.cloister.model.vpc.Scope;
import java.util.List;

/**
 * The set of DHCP options that new VPCs get. It is an ordinary set: whoever deletes it gets another
 * one with the next VPC. A setting of the scope says which one it is.
 */
final class DefaultDhcpOptions {
  private static final String SETTING = "default-dhcp-options";

  private DefaultDhcpOptions() {}

  /**
   * The id of a scope's default set. When there is none any more, the changes that make one are
   * added to the caller's.
   */
  static DhcpOptionsId of(Network network, Scope scope, Ids ids, List<Change> changes) {
    return network
        .setting(scope, SETTING)
        .map(Lookups.DHCP_OPTIONS::id)
        .filter(network.dhcpOptions()::has)
        .orElseGet(() -> put(scope, ids, changes));
  }

  /** Adds the changes that make a new default set. */
  static DhcpOptionsId put(Scope scope, Ids ids, List<Change> changes) {
    DhcpOptionsId id = new DhcpOptionsId(ids.id(DhcpOptionsId.PREFIX));
    changes.add(
        new Change.Put(
            new DhcpOptions(
                id,
                scope,
                List.of(
                    new DhcpOptions.Option("domain-name", List.of(domain(scope.region()))),
                    new DhcpOptions.Option("domain-name-servers", List.of("AmazonProvidedDNS"))))));
    changes.add(new Change.Set(scope, SETTING, id.value()));
    return id;
  }

  /** The domain that a region's private names end in. */
  static String domain(String region) {
    return region.equals("us-east-1") ? "ec2.internal" : region + ".compute.internal";
  }
}
