package io.cloister.model.vpc;

import io.cloister.model.id.AllocationId;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.ip.IpAddress;
import java.util.Optional;

/** An Elastic IP address: a public address that belongs to an account until it is released. */
public record ElasticIp(
    AllocationId id,
    Scope scope,
    IpAddress address,
    String borderGroup,
    Optional<Association> association)
    implements Resource {

  /** Which private address of which interface it stands for. */
  public record Association(
      EipAssociationId id, NetworkInterfaceId eni, IpAddress privateAddress) {}

  /** Associated with a private address. */
  public ElasticIp associated(Association other) {
    return new ElasticIp(id, scope, address, borderGroup, Optional.of(other));
  }

  /** Associated with none. */
  public ElasticIp free() {
    return new ElasticIp(id, scope, address, borderGroup, Optional.empty());
  }
}
