package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.Sysctls;
import io.cloister.model.network.Timing;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sysctls of each kind of namespace. */
final class Settings {
  private static final SortedMap<String, String> FORWARDING = forwarding();

  private Settings() {}

  private static SortedMap<String, String> forwarding() {
    SortedMap<String, String> all = new TreeMap<>(Sysctls.QUIET);
    all.put("ipv4/ip_forward", "1");
    all.put("ipv6/conf/all/forwarding", "1");
    // Without these a router's own "fragmentation needed" has no mark and so no route.
    all.put("ipv4/fwmark_reflect", "1");
    all.put("ipv6/fwmark_reflect", "1");
    // Whose source address is right is nft's to say; the kernel's own check would look every packet
    // up a second time, because there are rules for routing.
    all.put("ipv4/conf/all/accept_local", "1");
    // Errors are part of what AWS's network does; a limit meant for hosts would lose some.
    all.put("ipv4/icmp_ratelimit", "0");
    all.put("ipv6/icmp/ratelimit", "0");
    return Collections.unmodifiableSortedMap(all);
  }

  /** A router that tracks nothing. */
  static SortedMap<String, String> plain() {
    return FORWARDING;
  }

  /**
   * A router that tracks connections, with AWS's idle timeouts. Source: EC2's user guide, "Security
   * group connection tracking", "Idle connection tracking timeout".
   */
  static SortedMap<String, String> tracking(Timing timing) {
    SortedMap<String, String> all = new TreeMap<>(FORWARDING);
    all.put("netfilter/nf_conntrack_tcp_loose", "0");
    all.put("netfilter/nf_conntrack_tcp_be_liberal", "1");
    put(all, "tcp_timeout_established", timing.seconds(432_000));
    put(all, "udp_timeout", timing.seconds(30));
    put(all, "udp_timeout_stream", timing.seconds(180));
    put(all, "icmp_timeout", timing.seconds(30));
    put(all, "icmpv6_timeout", timing.seconds(30));
    put(all, "generic_timeout", timing.seconds(600));
    return all;
  }

  private static void put(SortedMap<String, String> all, String name, int seconds) {
    all.put("netfilter/nf_conntrack_" + name, Integer.toString(seconds));
  }

  /**
   * A host: anybody may bind any port and send pings, since root inside is nobody outside.
   *
   * @param forwards whether it is a middlebox: nobody inside can switch that on
   */
  static SortedMap<String, String> host(boolean forwards) {
    SortedMap<String, String> all = new TreeMap<>(Sysctls.QUIET);
    all.put("ipv4/ip_unprivileged_port_start", "0");
    all.put("ipv4/ping_group_range", "0\t2147483647");
    all.put("ipv4/ip_forward", forwards ? "1" : "0");
    all.put("ipv6/conf/all/forwarding", forwards ? "1" : "0");
    return all;
  }
}
