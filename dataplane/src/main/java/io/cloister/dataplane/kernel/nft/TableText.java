package io.cloister.dataplane.kernel.nft;

import java.util.Iterator;
import java.util.Map;

/** Writes a table in nft's language, everything in the order of its names. */
final class TableText {
  private TableText() {}

  static String of(Table table) {
    StringBuilder text = new StringBuilder("table inet " + Table.NAME + " {\n");
    for (CtTimeout timeout : table.timeouts().values()) {
      text.append("  ct timeout ").append(timeout.name()).append(" { ");
      text.append(timeout).append(" }\n");
    }
    for (NftSet set : table.sets().values()) {
      append(text, set);
    }
    for (Chain chain : table.chains().values()) {
      append(text, chain);
    }
    return text.append("}\n").toString();
  }

  private static void append(StringBuilder text, NftSet set) {
    text.append(set.shape().holds() instanceof SetShape.Members ? "  set " : "  map ");
    text.append(set.name()).append(" {\n    ").append(set.shape()).append('\n');
    if (!set.elements().isEmpty()) {
      text.append("    elements = {\n");
      Iterator<Map.Entry<Element, Datum>> all = set.elements().entrySet().iterator();
      while (all.hasNext()) {
        Map.Entry<Element, Datum> element = all.next();
        text.append("      ").append(element.getKey());
        switch (element.getValue()) {
          case Datum.None _ -> {}
          case Datum.Values values -> text.append(" : ").append(values);
          case Datum.Decides decides -> text.append(" : ").append(decides);
        }
        text.append(all.hasNext() ? ",\n" : "\n");
      }
      text.append("    }\n");
    }
    text.append("  }\n");
  }

  private static void append(StringBuilder text, Chain chain) {
    text.append("  chain ").append(chain.name()).append(" {\n");
    chain.hook().ifPresent(hook -> text.append("    ").append(hook).append('\n'));
    for (Rule rule : chain.rules()) {
      text.append("    ").append(rule).append('\n');
    }
    text.append("  }\n");
  }
}
