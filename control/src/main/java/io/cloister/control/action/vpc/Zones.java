package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Zones as callers name them. */
final class Zones {
  private Zones() {}

  /**
   * The zone that a request names by its name or by its id; none when it names none.
   *
   * @throws AwsException {@code InvalidParameterCombination} for both, {@code
   *     InvalidParameterValue} for one that the Region doesn't have
   */
  static Optional<Zone> named(Caller caller, @Nullable String name, @Nullable String id) {
    if (name != null && id != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameters availabilityZone and availabilityZoneId may not be used together");
    }
    List<Zone> zones = Regions.get(caller.region()).zones();
    if (name != null) {
      return Optional.of(
          zones.stream()
              .filter(z -> z.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown("availabilityZone", name, zones)));
    }
    if (id != null) {
      return Optional.of(
          zones.stream()
              .filter(z -> z.id().equals(id))
              .findFirst()
              .orElseThrow(() -> unknown("availabilityZoneId", id, zones)));
    }
    return Optional.empty();
  }

  private static AwsException unknown(String member, String value, List<Zone> zones) {
    return new AwsException(
        "InvalidParameterValue",
        "Value (%s) for parameter %s is invalid. Subnets can currently only be created in the following availability zones: %s."
            .formatted(
                value,
                member,
                zones.stream()
                    .map(z -> member.equals("availabilityZone") ? z.name() : z.id())
                    .collect(Collectors.joining(", "))));
  }
}
