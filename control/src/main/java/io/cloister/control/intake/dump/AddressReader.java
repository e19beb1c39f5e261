package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.AllocationId;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.Scope;
import java.util.Optional;

/** Elastic IP addresses. */
final class AddressReader implements Reader {
  @Override
  public String section() {
    return "Addresses";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Tree tree = item.tree();
    Scope scope = reading.scope(item);
    String text = tree.require("PublicIp");
    Optional<String> eni = reading.maybe(NetworkInterfaceId.PREFIX, tree, "NetworkInterfaceId");
    Optional<IpAddress> inside = tree.text("PrivateIpAddress").flatMap(IpAddress::parse);
    if (eni.isEmpty() && tree.text("InstanceId").isPresent()) {
      reading.tally.problem(
          tree.place(),
          text + " says which instance has it, but not which interface: taken as free");
    }
    reading.put(
        new ElasticIp(
            new AllocationId(Ids.of(AllocationId.PREFIX, tree.text("AllocationId").orElse(text))),
            scope,
            Reading.address(tree, text),
            tree.text("NetworkBorderGroup").orElse(scope.region()),
            eni.flatMap(e ->
                inside.map(address ->
                    new ElasticIp.Association(
                        new EipAssociationId(
                            Ids.of(
                                EipAssociationId.PREFIX, tree.text("AssociationId").orElse(text))),
                        new NetworkInterfaceId(e),
                        address)))),
        item);
  }
}
