package io.cloister.app.demo;

import java.util.ArrayList;
import java.util.List;

/** The requests that matter, and what should become of each. */
final class Expectations {
  private final Site site;
  private final List<Probe> probes = new ArrayList<>();

  private Expectations(Site site) {
    this.site = site;
  }

  /** As the network was built. */
  static List<Probe> of(Site site) {
    Expectations all = new Expectations(site);
    all.answered("internet", "web", "tcp", 80);
    all.refused("internet", "web", "tcp", 22);
    all.refused("internet", "web", "icmp", 0);
    all.unreachable("internet", "app-a", "tcp", 8080);
    all.unreachable("internet", "db", "tcp", 5432);
    for (String zone : Site.ZONES) {
      all.answered("web", "app-" + zone, "tcp", 8080);
    }
    all.answered("web", "app-b", "udp", 8125);
    all.answered("web", "app-c", "icmp", 0);
    all.stopped("web", "db", "tcp", 5432, Gate.ACL_IN);
    all.stopped("web", "db", "icmp", 0, Gate.ACL_IN);
    all.answered("web", "internet", "tcp", 80);
    for (String zone : Site.ZONES) {
      all.answered("app-" + zone, "db", "tcp", 5432);
    }
    all.refused("app-a", "app-b", "tcp", 8080);
    all.answered("app-c", "web", "tcp", 80);
    all.unreachable("app-a", "internet", "tcp", 80);
    all.stopped("db", "app-a", "udp", 8125, Gate.ACL_OUT);
    all.refused("db", "app-a", "tcp", 8080);
    all.stopped("db", "internet", "tcp", 80, Gate.ACL_OUT);
    return List.copyOf(all.probes);
  }

  /** After the rule that lets the web tier call the services was revoked. */
  static Probe revoked(Site site) {
    return new Probe(
        site.host("web"),
        site.host("app-b"),
        "tcp",
        8080,
        new Expected.Dropped(Gate.INGRESS, "app-b"),
        "rule revoked");
  }

  /** After it was put back. */
  static Probe authorized(Site site) {
    return new Probe(
        site.host("web"),
        site.host("app-b"),
        "tcp",
        8080,
        new Expected.Answered(),
        "rule put back");
  }

  private void answered(String from, String to, String protocol, int port) {
    add(from, to, protocol, port, new Expected.Answered());
  }

  private void refused(String from, String to, String protocol, int port) {
    add(from, to, protocol, port, new Expected.Dropped(Gate.INGRESS, to));
  }

  /** The ACL around the database subnets lets it neither in nor out. */
  private void stopped(String from, String to, String protocol, int port, String gate) {
    add(from, to, protocol, port, new Expected.Dropped(gate, "db"));
  }

  private void unreachable(String from, String to, String protocol, int port) {
    add(from, to, protocol, port, new Expected.NoRoute());
  }

  private void add(String from, String to, String protocol, int port, Expected expected) {
    probes.add(new Probe(site.host(from), site.host(to), protocol, port, expected, ""));
  }
}
