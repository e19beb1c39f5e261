package io.cloister.model.vpc;

import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import java.util.List;
import java.util.Optional;

/**
 * A route table. The local routes are among its routes, one for each block of the VPC.
 *
 * @param routes at most one for a destination
 * @param associations with subnets, gateways, or as the VPC's main table
 */
public record RouteTable(
    RouteTableId id,
    Scope scope,
    VpcId vpc,
    List<Route> routes,
    List<RouteTableAssociation> associations)
    implements Resource {

  /** Copies the lists. */
  public RouteTable {
    routes = List.copyOf(routes);
    associations = List.copyOf(associations);
  }

  /** Whether it is its VPC's main table. */
  public boolean main() {
    return associations.stream().anyMatch(a -> a.with() instanceof RouteTableAssociation.Main);
  }

  /** Whether a subnet is explicitly associated with it. */
  public boolean explicitlyFor(SubnetId subnet) {
    return associations.stream()
        .anyMatch(
            a -> a.with() instanceof RouteTableAssociation.OfSubnet s && s.id().equals(subnet));
  }

  /** The association with this id. */
  public Optional<RouteTableAssociation> association(RouteTableAssociationId wanted) {
    return associations.stream().filter(a -> a.id().equals(wanted)).findFirst();
  }

  /** With other routes. */
  public RouteTable withRoutes(List<Route> other) {
    return new RouteTable(id, scope, vpc, other, associations);
  }

  /** With other associations. */
  public RouteTable withAssociations(List<RouteTableAssociation> other) {
    return new RouteTable(id, scope, vpc, routes, other);
  }
}
