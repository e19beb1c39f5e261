package io.cloister.model.vpc;

import io.cloister.model.id.VpcEndpointServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint service of somebody's own, behind Network Load Balancers. Its connections are the
 * endpoints whose {@link VpcEndpoint#ownService} it is, in their states.
 *
 * @param balancers the ARNs of its Network Load Balancers
 * @param acceptance whether connections wait for the owner's word
 * @param principals who may find it and connect to it
 * @param privateName the name of its own that endpoints may take, if any
 * @param addressTypes {@code ipv4}, {@code ipv6} or both
 */
public record EndpointService(
    VpcEndpointServiceId id,
    Scope scope,
    List<String> balancers,
    boolean acceptance,
    List<Principal> principals,
    Optional<String> privateName,
    List<String> addressTypes,
    Instant created)
    implements Resource {

  /**
   * Somebody who may connect.
   *
   * @param arn of an account, a user or a role; {@code *} for everybody
   * @param permission the id of the permission, {@code vpce-svc-perm-…}
   */
  public record Principal(String arn, String permission) {}

  /** Copies the lists. */
  public EndpointService {
    balancers = List.copyOf(balancers);
    principals = List.copyOf(principals);
    addressTypes = List.copyOf(addressTypes);
  }

  /** Its name, which endpoints ask for. */
  public String name() {
    return (scope.partition().equals("aws-cn") ? "cn.com.amazonaws.vpce." : "com.amazonaws.vpce.")
        + scope.region()
        + "."
        + id;
  }

  /** With other balancers and choices. */
  public EndpointService with(
      List<String> nlbs, boolean accept, Optional<String> name, List<String> types) {
    return new EndpointService(id, scope, nlbs, accept, principals, name, types, created);
  }

  /** With others who may connect. */
  public EndpointService withPrincipals(List<Principal> other) {
    return new EndpointService(
        id, scope, balancers, acceptance, other, privateName, addressTypes, created);
  }
}
