package io.cloister.advice.lint;

/** The rules, under their lasting ids. */
public enum Rule {
  /** A group lets in everything from everywhere. */
  EXP_01(Severity.HIGH, "let in only the ports that are served, from the sources that need them"),
  /** A group lets in SSH from everywhere. */
  EXP_02(Severity.HIGH, "let in port 22 from known addresses only, or use Session Manager"),
  /** A group lets in RDP from everywhere. */
  EXP_03(Severity.HIGH, "let in port 3389 from known addresses only, or use Fleet Manager"),
  /** A group lets in file sharing, FTP or Telnet from everywhere. */
  EXP_04(Severity.HIGH, "let these ports in from known addresses only"),
  /** A group lets in the port of a data store from everywhere. */
  EXP_05(Severity.HIGH, "name the group of the data store's clients as the source"),
  /** An instance carries its VPC's default group. */
  EXP_11(Severity.LOW, "give it a group of its own and take all rules out of the default one"),
  /** A data store sits in a subnet with a route to the internet gateway. */
  EXP_20(Severity.HIGH, "move it to a subnet whose table has no route to an internet gateway"),
  /** All subnets of a VPC are in one Availability Zone. */
  HA_01(Severity.MEDIUM, "make the same tiers in a second Availability Zone"),
  /** A route leads nowhere. */
  RT_01(Severity.HIGH, "point the route at a target that is there, or delete it"),
  /** A public address where no internet gateway is routed to. */
  RT_02(Severity.HIGH, "add a route 0.0.0.0/0 to the internet gateway, or give the address back"),
  /** The main table leads to an internet gateway. */
  RT_06(
      Severity.LOW,
      "give public subnets a table of their own and keep the main table without the route"),
  /** An ACL lets requests out and no answer in. */
  RT_13(Severity.HIGH, "let TCP 1024-65535 in: there the answers to requests arrive"),
  /** A group that nothing carries. */
  HYG_03(Severity.LOW, "delete the group"),
  /** An Elastic IP address that nothing uses, which is charged by the hour. */
  COST_04(Severity.LOW, "release the address, or associate it");

  private final Severity severity;
  private final String remedy;

  Rule(Severity severity, String remedy) {
    this.severity = severity;
    this.remedy = remedy;
  }

  /** The id, such as {@code EXP-01}. */
  public String id() {
    return name().replace('_', '-');
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
