package io.cloister.model.vpc;

import io.cloister.model.dns.RecordSet;
import io.cloister.model.dns.RecordType;
import io.cloister.model.id.HostedZoneId;
import io.cloister.model.id.VpcId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A hosted zone of Route 53.
 *
 * @param scope its region is {@link #REGION}: zones belong to none
 * @param name in lower case, with the dot at its end
 * @param callerReference what its caller made it recognisable by
 * @param vpcs those whose resolvers answer from it; empty for a public zone
 * @param records sorted by name, labels from the right, then type; at most one set for both
 */
public record HostedZone(
    HostedZoneId id,
    Scope scope,
    String name,
    String callerReference,
    String comment,
    List<Association> vpcs,
    List<RecordSet> records,
    Instant created)
    implements Resource {
  /** What stands for a region where there is none. */
  public static final String REGION = "aws-global";

  /** The association with a VPC. */
  public record Association(VpcId vpc, String region) {}

  /** Copies the lists. */
  public HostedZone {
    vpcs = List.copyOf(vpcs);
    records = List.copyOf(records);
  }

  /** Whether only the resolvers of its VPCs answer from it. */
  public boolean isPrivate() {
    return !vpcs.isEmpty();
  }

  /** The records of a type at a name. */
  public Optional<RecordSet> records(String at, RecordType type) {
    return records.stream().filter(r -> r.type() == type && r.name().equals(at)).findFirst();
  }

  /** With other VPCs. */
  public HostedZone withVpcs(List<Association> other) {
    return new HostedZone(id, scope, name, callerReference, comment, other, records, created);
  }

  /** With other records. */
  public HostedZone withRecords(List<RecordSet> other) {
    return new HostedZone(id, scope, name, callerReference, comment, vpcs, other, created);
  }

  /** With another comment. */
  public HostedZone withComment(String other) {
    return new HostedZone(id, scope, name, callerReference, other, vpcs, records, created);
  }
}
