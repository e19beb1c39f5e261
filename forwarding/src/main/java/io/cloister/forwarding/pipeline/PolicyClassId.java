package io.cloister.forwarding.pipeline;

import io.cloister.model.id.SecurityGroupId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The groups that the ports of a class carry. They allow what any of them allows, so their order
 * means nothing, and ports that list them differently are of one class.
 *
 * @param groups sorted, each once
 */
public record PolicyClassId(List<SecurityGroupId> groups) implements Comparable<PolicyClassId> {

  /** Sorts. */
  public PolicyClassId {
    groups = groups.stream().distinct().sorted().toList();
  }

  /** The class of ports that carry these. */
  public static PolicyClassId of(Collection<SecurityGroupId> groups) {
    return new PolicyClassId(List.copyOf(groups));
  }

  @Override
  public int compareTo(PolicyClassId other) {
    int shared = Math.min(groups.size(), other.groups.size());
    for (int i = 0; i < shared; i++) {
      int order = groups.get(i).compareTo(other.groups.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(groups.size(), other.groups.size());
  }

  /** The ids, joined by commas. */
  @Override
  public String toString() {
    return groups.stream().map(SecurityGroupId::value).collect(Collectors.joining(","));
  }
}
