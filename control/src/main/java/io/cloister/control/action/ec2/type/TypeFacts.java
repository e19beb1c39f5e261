package io.cloister.control.action.ec2.type;

import io.cloister.control.action.AwsException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What AWS says of an instance type, as far as a network needs it.
 *
 * @param vcpus virtual CPUs
 * @param memoryMib memory in MiB; 0 when it isn't known
 * @param interfaces the most network interfaces
 * @param ipv4PerInterface the most IPv4 addresses of an interface
 */
public record TypeFacts(
    String name, int vcpus, long memoryMib, int interfaces, int ipv4PerInterface) {
  private static final Pattern ARM = Pattern.compile("(a1|(?!g)[a-z]+\\d+g[a-z-]*|g5g)");
  private static final Pattern ONE_THREAD =
      Pattern.compile("(t1|t2|m1|m2|m3|c1|hpc.*|mac.*|[a-z]+[78]a)");

  /** The generations that AWS calls previous. */
  private static final Set<String> PREVIOUS =
      Set.of(
          "t1", "m1", "m2", "m3", "c1", "c3", "cc1", "cc2", "cg1", "cr1", "g2", "hi1", "hs1", "i2",
          "r3");

  private static final Set<String> WITHOUT_IPV6 =
      Set.of("t1", "m1", "m2", "m3", "c1", "cc1", "cc2", "cg1", "cr1", "g2", "hi1", "hs1");

  private static final Set<String> XEN =
      Set.of(
          "t1", "t2", "m1", "m2", "m3", "m4", "c1", "c3", "c4", "cc1", "cc2", "cg1", "cr1", "d2",
          "f1", "g2", "g3", "g3s", "h1", "hi1", "hs1", "i2", "i3", "p2", "p3", "r3", "r4", "x1",
          "x1e");

  /** What comes before the dot, such as {@code t3}. */
  public String family() {
    return name.substring(0, name.indexOf('.'));
  }

  /** {@code x86_64} or {@code arm64}; a Mac's have a suffix of their own. */
  public String architecture() {
    if (family().startsWith("mac")) {
      return family().equals("mac1") ? "x86_64_mac" : "arm64_mac";
    }
    return ARM.matcher(family()).matches() ? "arm64" : "x86_64";
  }

  /** The threads of a core: 2, where the processor has hyper-threads. */
  public int threadsPerCore() {
    return vcpus == 1
            || architecture().startsWith("arm64")
            || ONE_THREAD.matcher(family()).matches()
        ? 1
        : 2;
  }

  /** The most IPv6 addresses of an interface: as many as IPv4, or none on the oldest types. */
  public int ipv6PerInterface() {
    return WITHOUT_IPV6.contains(family()) ? 0 : ipv4PerInterface;
  }

  /** Whether it is without a hypervisor. */
  public boolean bareMetal() {
    return name.contains(".metal");
  }

  /** Whether its hypervisor is the older one. */
  public boolean xen() {
    return XEN.contains(family());
  }

  /** Whether AWS still recommends it. */
  public boolean currentGeneration() {
    return !PREVIOUS.contains(family());
  }

  /** Whether its CPUs are paid with credits. */
  public boolean burstable() {
    return family().matches("t[2-9][a-z]*");
  }

  /** Whether it counts for the quota of standard types (EC2 user guide, "Instance type quotas"). */
  public boolean standard() {
    return family().matches("(a|c|d|h|i|im|is|m|r|t|z)\\d+[a-z-]*");
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
    if (ipv6 > ipv6PerInterface()) {
      throw new AwsException(
          "PrivateIpAddressLimitExceeded",
          "Number of IPv6 addresses will exceed limit: %d, and an interface of %s may have %d"
              .formatted(ipv6, name, ipv6PerInterface()));
    }
  }
}
