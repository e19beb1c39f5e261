package io.cloister.control.region;

import java.util.List;
import java.util.Optional;

/**
 * A Region of AWS.
 *
 * @param name such as {@code eu-central-1}
 * @param longName such as {@code Europe (Frankfurt)}
 * @param partition the partition it belongs to
 * @param optIn whether an account must enable it before use; Cloister's accounts have enabled all
 * @param zones its Availability Zones, at least three, by name
 */
public record Region(
    String name, String longName, Partition partition, boolean optIn, List<Zone> zones) {
  public Region {
    zones = List.copyOf(zones);
    if (zones.size() < 3) {
      throw new IllegalArgumentException(name + " has fewer than three zones");
    }
  }

  /** The name of EC2's endpoint, such as {@code ec2.us-east-1.amazonaws.com}. */
  public String endpoint() {
    return "ec2." + name + "." + partition.dnsSuffix();
  }

  /** What DescribeRegions says: {@code opt-in-not-required} or {@code opted-in}. */
  public String optInStatus() {
    return optIn ? "opted-in" : "opt-in-not-required";
  }

  /** The zone of this Region with that name or zone id. */
  public Optional<Zone> zone(String nameOrId) {
    return zones.stream()
        .filter(z -> z.name().equals(nameOrId) || z.id().equals(nameOrId))
        .findFirst();
  }
}
