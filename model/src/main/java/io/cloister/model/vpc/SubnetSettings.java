package io.cloister.model.vpc;

/**
 * What {@code ModifySubnetAttribute} changes.
 *
 * @param mapPublicIp whether the first interface of a new instance gets a public IPv4 address
 * @param assignIpv6 whether new interfaces get an IPv6 address
 * @param dns64 whether the resolver makes IPv6 addresses of IPv4 ones
 * @param hostnameType {@code ip-name} or {@code resource-name}
 * @param nameRecordsA whether names made of instance ids have A records
 * @param nameRecordsAaaa whether names made of instance ids have AAAA records
 */
public record SubnetSettings(
    boolean mapPublicIp,
    boolean assignIpv6,
    boolean dns64,
    String hostnameType,
    boolean nameRecordsA,
    boolean nameRecordsAaaa) {
  /** What a new subnet has that is not a default one. */
  public static final SubnetSettings NEW =
      new SubnetSettings(false, false, false, "ip-name", false, false);

  /** With another choice for public addresses. */
  public SubnetSettings withMapPublicIp(boolean value) {
    return new SubnetSettings(
        value, assignIpv6, dns64, hostnameType, nameRecordsA, nameRecordsAaaa);
  }
}
