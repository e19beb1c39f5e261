package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import org.jspecify.annotations.Nullable;

/** Network border groups: here a Region's only one is the Region itself. */
final class BorderGroup {
  private BorderGroup() {}

  /**
   * Whether a request wants an IPv6 block of Amazon's.
   *
   * @throws AwsException {@code InvalidParameterValue} for another border group than the Region's,
   *     {@code InvalidParameterCombination} for one without a block
   */
  static boolean wantsIpv6(
      Caller caller, @Nullable Boolean amazonProvided, @Nullable String borderGroup) {
    boolean wanted = Boolean.TRUE.equals(amazonProvided);
    if (borderGroup != null && !wanted) {
      throw new AwsException(
          "InvalidParameterCombination",
          "ipv6CidrBlockNetworkBorderGroup needs amazonProvidedIpv6CidrBlock to be true");
    }
    if (borderGroup != null && !borderGroup.equals(caller.region())) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%s) for parameter ipv6CidrBlockNetworkBorderGroup is invalid: this Region has the border group %s only"
              .formatted(borderGroup, caller.region()));
    }
    return wanted;
  }
}
