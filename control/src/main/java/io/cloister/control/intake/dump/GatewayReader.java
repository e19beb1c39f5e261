package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.VpcId;
import io.cloister.model.vpc.InternetGateway;
import java.util.Optional;

/** Internet gateways. */
final class GatewayReader implements Reader {
  @Override
  public String section() {
    return "InternetGateways";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Tree tree = item.tree();
    Optional<VpcId> vpc =
        tree.list("Attachments").stream()
            .filter(a -> !a.text("State").orElse("available").startsWith("detach"))
            .flatMap(a -> reading.maybe(VpcId.PREFIX, a, "VpcId").stream())
            .map(VpcId::new)
            .findFirst();
    reading.put(
        new InternetGateway(
            new InternetGatewayId(reading.id(InternetGatewayId.PREFIX, tree, "InternetGatewayId")),
            reading.scope(item),
            vpc),
        item);
  }
}
