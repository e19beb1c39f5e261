package io.cloister.model.vpc;

import io.cloister.model.id.FlowLogId;
import io.cloister.model.id.ResourceId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A flow log: one line for each flow, interface and interval of what it watches.
 *
 * @param watched a VPC, a subnet, an interface, or a transit gateway or its attachment
 * @param fields the names of a line's fields in their order, such as {@code srcaddr}
 * @param seconds the longest aggregation interval, 60 or 600
 * @param kept members that are given back as they came, by AWS's names
 */
public record FlowLog(
    FlowLogId id,
    Scope scope,
    ResourceId watched,
    Traffic traffic,
    Destination destination,
    List<String> fields,
    int seconds,
    Map<String, String> kept,
    Instant created)
    implements Resource {

  /** Which flows are written. */
  public enum Traffic {
    /** What gates let pass. */
    ACCEPT,
    /** What they drop. */
    REJECT,
    /** Both. */
    ALL
  }

  /** Where lines go. */
  public sealed interface Destination {}

  /** A log group: here a folder of that name among the server's state. */
  public record ToLogGroup(String name) implements Destination {}

  /**
   * A bucket of S3.
   *
   * @param prefix what names begin with, without a slash at either end; possibly empty
   * @param hivePrefixes whether folders are named {@code year=2026} and so on
   * @param hourly whether folders are one for each hour
   */
  public record ToBucket(String bucket, String prefix, boolean hivePrefixes, boolean hourly)
      implements Destination {}

  /** Copies the lists. */
  public FlowLog {
    fields = List.copyOf(fields);
    kept = Collections.unmodifiableMap(new TreeMap<>(kept));
  }
}
