package io.cloister.dataplane.kernel;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sysctls that every namespace of ours starts from: a network that learns nothing by itself.
 * Forwarding, marks and connection tracking are for the one who plans the namespace.
 */
public final class Sysctls {
  private Sysctls() {}

  /**
   * No duplicate address detection (it delays a first packet by 1.2 s), no router advertisements or
   * solicitations, no link-local addresses made up from a MAC, no redirects, no reverse path filter
   * (routes are chosen by mark); an address doesn't take others of its block along when it goes.
   */
  public static final SortedMap<String, String> QUIET = quiet();

  private static SortedMap<String, String> quiet() {
    SortedMap<String, String> all = new TreeMap<>();
    for (String scope : new String[] {"all", "default"}) {
      all.put("ipv4/conf/" + scope + "/accept_redirects", "0");
      all.put("ipv4/conf/" + scope + "/promote_secondaries", "1");
      all.put("ipv4/conf/" + scope + "/rp_filter", "0");
      all.put("ipv4/conf/" + scope + "/send_redirects", "0");
      all.put("ipv6/conf/" + scope + "/accept_dad", "0");
      all.put("ipv6/conf/" + scope + "/accept_ra", "0");
      all.put("ipv6/conf/" + scope + "/accept_redirects", "0");
      all.put("ipv6/conf/" + scope + "/disable_ipv6", "0");
    }
    all.put("ipv6/conf/default/addr_gen_mode", "1");
    all.put("ipv6/conf/default/router_solicitations", "0");
    return Collections.unmodifiableSortedMap(all);
  }
}
