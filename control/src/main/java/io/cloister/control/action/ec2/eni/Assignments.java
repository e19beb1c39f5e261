package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.ec2.type.InstanceTypes;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What assigning addresses of both families has in common. */
final class Assignments {
  private Assignments() {}

  /**
   * How many addresses are to be drawn: a request gives either addresses or a number.
   *
   * @param addresses what the list is called
   * @param number what the number is called
   */
  static int count(List<String> given, @Nullable Integer count, String addresses, String number) {
    if (!given.isEmpty() && count != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameters %s and %s may not be used together".formatted(addresses, number));
    }
    if (given.isEmpty() && count == null) {
      throw new AwsException(
          "MissingParameter", "Either %s or %s must be specified".formatted(addresses, number));
    }
    if (count == null) {
      return 0;
    }
    if (count < 1) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%d) for parameter %s is invalid. Expecting 1 or more".formatted(count, number));
    }
    return count;
  }

  /** Refuses more addresses than the type of the instance allows, when it is attached to one. */
  static void checkLimit(Network network, NetworkInterface eni, int ipv4, int ipv6) {
    eni.attachment()
        .flatMap(a -> network.instances().get(a.instance()))
        .flatMap(i -> InstanceTypes.find(i.type()))
        .ifPresent(type -> type.checkAddresses(ipv4, ipv6));
  }

  /** The error for addresses that the interface doesn't have. */
  static AwsException notAssigned(NetworkInterface eni, List<?> addresses) {
    return new AwsException(
        "InvalidParameterValue",
        "Some of the specified addresses are not assigned to interface %s: %s"
            .formatted(eni.id(), addresses));
  }
}
