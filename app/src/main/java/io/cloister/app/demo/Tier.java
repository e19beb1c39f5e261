package io.cloister.app.demo;

/** A tier: a subnet in each zone, one security group, and a TCP port that its program has. */
enum Tier {
  /** Reached from the internet. */
  WEB("web", "public", 0, 80),
  /** Reached from the web tier. */
  APP("app", "private", 10, 8080),
  /** Reached from the services. */
  DB("db", "database", 20, 5432);

  private final String group;
  private final String subnets;

  /** The third number of the addresses of its subnet in the first zone. */
  private final int firstThird;

  private final int port;

  Tier(String group, String subnets, int firstThird, int port) {
    this.group = group;
    this.subnets = subnets;
    this.firstThird = firstThird;
    this.port = port;
  }

  String group() {
    return group;
  }

  int port() {
    return port;
  }

  String subnet(String zone) {
    return subnets + "-" + zone;
  }

  String cidr(int zone) {
    return "10.0." + (firstThird + zone) + ".0/24";
  }
}
