package io.cloister.dataplane.kernel.nft;

/** Writes a table in nft's language, everything in the order of its names. */
final class TableText {
  private TableText() {}

  static String of(NftTable table) {
    StringBuilder text = new StringBuilder("table inet " + NftTable.NAME + " {\n");
    for (CtTimeout timeout : table.timeouts()) {
      text.append("  ct timeout ").append(timeout.name()).append(" { ");
      text.append(timeout).append(" }\n");
    }
    for (NftSet set : table.sets()) {
      append(text, set);
    }
    for (Chain chain : table.chains()) {
      append(text, chain);
    }
    return text.append("}\n").toString();
  }

  private static void append(StringBuilder text, NftSet set) {
    text.append(set.shape().holds() instanceof SetShape.Members ? "  set " : "  map ");
    text.append(set.name()).append(" {\n    ").append(set.shape()).append('\n');
    if (!set.elements().isEmpty()) {
      text.append("    elements = {\n");
      StringBuilder elements = new StringBuilder();
      set.elements()
          .forEach((element, datum) -> {
            elements.append(elements.isEmpty() ? "" : ",\n").append("      ").append(element);
            switch (datum) {
              case Datum.None _ -> {}
              case Datum.Values values -> elements.append(" : ").append(values);
              case Datum.Decides decides -> elements.append(" : ").append(decides);
            }
          });
      text.append(elements).append('\n');
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
