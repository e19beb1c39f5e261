package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.vpc.DhcpOptions;
import java.util.ArrayList;
import java.util.List;

/** Sets of DHCP options. */
final class DhcpReader implements Reader {
  @Override
  public String section() {
    return "DhcpOptions";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Tree tree = item.tree();
    List<DhcpOptions.Option> options = new ArrayList<>();
    for (Tree each : tree.list("DhcpConfigurations")) {
      options.add(
          new DhcpOptions.Option(
              each.require("Key"),
              each.list("Values").stream()
                  .flatMap(v -> v.text("Value").or(v::asText).stream())
                  .toList()));
    }
    reading.put(
        new DhcpOptions(
            new DhcpOptionsId(reading.id(DhcpOptionsId.PREFIX, tree, "DhcpOptionsId")),
            reading.scope(item),
            options),
        item);
  }
}
