package io.cloister.dataplane.kernel;

import io.cloister.model.ip.Family;
import io.cloister.model.table.Table;
import java.util.Comparator;
import java.util.List;

/**
 * Which routing table a packet with a mark is routed by. The rules of lower priority come first; a
 * table without a matching route passes on to the next rule.
 *
 * @param priority 0..2^31-1
 * @param family whose packets
 * @param mark of the packet, under the mask
 * @param mask which bits of the mark count; 0 for every packet
 * @param table to route by
 */
public record PolicyRule(int priority, Family family, int mark, int mask, int table)
    implements Comparable<PolicyRule> {
  private static final Comparator<PolicyRule> ORDER =
      Comparator.comparing(PolicyRule::family)
          .thenComparingInt(PolicyRule::priority)
          .thenComparing(r -> r.mark, Integer::compareUnsigned)
          .thenComparing(r -> r.mask, Integer::compareUnsigned)
          .thenComparingInt(PolicyRule::table);

  /**
   * The rules that a new namespace has by itself; they stay, so a namespace's own rules stand
   * between priority 0 (the local table) and 32766 (the main table).
   */
  public static final List<PolicyRule> DEFAULTS =
      List.of(
          new PolicyRule(0, Family.IPV4, 0, 0, 255),
          new PolicyRule(32766, Family.IPV4, 0, 0, 254),
          new PolicyRule(32767, Family.IPV4, 0, 0, 253),
          new PolicyRule(0, Family.IPV6, 0, 0, 255),
          new PolicyRule(32766, Family.IPV6, 0, 0, 254));

  /** The rules of a namespace and those that it has by itself. */
  static Table<PolicyRule, PolicyRule> withDefaults(Table<PolicyRule, PolicyRule> rules) {
    Table<PolicyRule, PolicyRule> all = rules;
    for (PolicyRule rule : DEFAULTS) {
      all = all.with(rule, rule);
    }
    return all;
  }

  /** Refuses marks outside their mask. */
  public PolicyRule {
    if (priority < 0 || table < 1 || (mark & ~mask) != 0) {
      throw new IllegalArgumentException(
          "not a rule: priority " + priority + " mark " + mark + "/" + mask + " table " + table);
    }
  }

  @Override
  public int compareTo(PolicyRule other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return family
        + " "
        + priority
        + ": "
        + (mask == 0
            ? "all"
            : "fwmark 0x" + Integer.toHexString(mark) + "/0x" + Integer.toHexString(mask))
        + " lookup "
        + table;
  }
}
