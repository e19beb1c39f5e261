package io.cloister.control.action.ec2.type;

import io.cloister.control.action.AwsException;

/**
 * What AWS says of an instance type, as far as a network needs it.
 *
 * @param vcpus virtual CPUs
 * @param interfaces the most network interfaces
 * @param ipv4PerInterface the most IPv4 addresses of an interface
 * @param ipv6PerInterface the most IPv6 addresses of an interface
 * @param architecture {@code x86_64} or {@code arm64}
 */
public record TypeFacts(
    String name,
    int vcpus,
    int interfaces,
    int ipv4PerInterface,
    int ipv6PerInterface,
    String architecture) {

  /** Whether it counts for the quota of standard types (EC2 user guide, "Instance type quotas"). */
  public boolean standard() {
    String families = "acdhimrtz";
    return families.indexOf(name.charAt(0)) >= 0
        && !name.startsWith("inf")
        && !name.startsWith("trn")
        && !name.startsWith("dl")
        && !name.startsWith("hpc")
        && !name.startsWith("mac");
  }

  /**
   * Refuses more addresses on an interface than the type may have.
   *
   * @throws AwsException {@code PrivateIpAddressLimitExceeded}
   */
  public void checkAddresses(int ipv4, int ipv6) {
    if (ipv4 > ipv4PerInterface) {
      throw new AwsException(
          "PrivateIpAddressLimitExceeded",
          "Number of private addresses will exceed limit: %d, and an interface of %s may have %d"
              .formatted(ipv4, name, ipv4PerInterface));
    }
    if (ipv6 > ipv6PerInterface) {
      throw new AwsException(
          "PrivateIpAddressLimitExceeded",
          "Number of IPv6 addresses will exceed limit: %d, and an interface of %s may have %d"
              .formatted(ipv6, name, ipv6PerInterface));
    }
  }
}
