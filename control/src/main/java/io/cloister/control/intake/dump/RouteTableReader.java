package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Route tables. */
final class RouteTableReader implements Reader {
  @Override
  public String section() {
    return "RouteTables";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Tree tree = item.tree();
    RouteTableId id = new RouteTableId(reading.id(RouteTableId.PREFIX, tree, "RouteTableId"));
    List<Route> routes = new ArrayList<>();
    for (Tree each : tree.list("Routes")) {
      try {
        routes.add(Targets.route(each, reading));
      } catch (Unreadable e) {
        reading.tally.problem(e.place(), e.what() + ": this route of " + id + " is left out");
      }
    }
    List<RouteTableAssociation> associations = new ArrayList<>();
    for (Tree each : tree.list("Associations")) {
      Optional<RouteTableAssociation.With> with = with(each, reading);
      if (with.isEmpty()) {
        reading.tally.problem(
            each.place(), "an association of %s that is not modelled".formatted(id));
        continue;
      }
      associations.add(
          new RouteTableAssociation(
              new RouteTableAssociationId(
                  Ids.of(
                      RouteTableAssociationId.PREFIX,
                      each.text("RouteTableAssociationId").orElse(id + "|" + with.get()))),
              with.get()));
    }
    reading.put(
        new RouteTable(id, reading.scope(item), reading.vpc(tree), routes, associations), item);
  }

  private static Optional<RouteTableAssociation.With> with(Tree tree, Reading reading) {
    if (tree.flag("Main", false)) {
      return Optional.of(new RouteTableAssociation.Main());
    }
    Optional<String> subnet = reading.maybe(SubnetId.PREFIX, tree, "SubnetId");
    if (subnet.isPresent()) {
      return Optional.of(new RouteTableAssociation.OfSubnet(new SubnetId(subnet.get())));
    }
    return tree.text("GatewayId")
        .filter(g -> g.startsWith("igw-"))
        .map(g ->
            new RouteTableAssociation.OfGateway(
                new InternetGatewayId(reading.id(InternetGatewayId.PREFIX, g, tree.place()))));
  }
}
