package io.cloister.control.intake.dump;

import io.cloister.control.intake.report.Tally;
import io.cloister.control.intake.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the resources in answers. A document is an answer of a {@code describe-…} call, a list out
 * of one ({@code --query Vpcs}), a recording that keeps the answer in {@code data}, or one file
 * with many lists under AWS's names or a collector's.
 */
public final class Documents {
  private final Tally tally;
  private final List<Item> items = new ArrayList<>();

  /** Tells what isn't networking to a tally. */
  public Documents(Tally tally) {
    this.tally = tally;
  }

  /** What was found, in the order of the documents. */
  public List<Item> items() {
    return List.copyOf(items);
  }

  /** Whether a document looks like answers of AWS. */
  public static boolean recognises(Tree document) {
    Tree answer =
        document.get("data").filter(_ -> document.get("status_code").isPresent()).orElse(document);
    return answer.entries().entrySet().stream()
            .anyMatch(e ->
                e.getValue() instanceof Tree.Sequence
                    && (Dumps.understands(Sections.canonical(e.getKey()))
                        || Sections.known(Sections.canonical(e.getKey()))))
        || Sections.ofObject(answer).isPresent()
        || document.items().stream().anyMatch(t -> Sections.ofElement(t).isPresent());
  }

  /**
   * Takes a document.
   *
   * @param region what the folder's name says
   */
  public void add(Tree document, Optional<String> region) {
    if (document.get("status_code").isPresent() && document.get("data").isPresent()) {
      add(document.get("data").get(), region);
      return;
    }
    for (Tree element : document.items()) {
      Optional<String> section = Sections.ofElement(element);
      if (section.isPresent()) {
        items.add(new Item(section.get(), element, region));
      } else {
        tally.skipped("items of a list without a name");
      }
    }
    Optional<String> single = Sections.ofObject(document);
    if (single.isPresent()) {
      items.add(new Item(single.get(), document, region));
      return;
    }
    for (Map.Entry<String, Tree> member : document.entries().entrySet()) {
      String section = Sections.canonical(member.getKey());
      if (member.getValue() instanceof Tree.Sequence list) {
        list(section, list, region);
      } else if (member.getValue() instanceof Tree.Mapping && !section.equals("ResponseMetadata")) {
        tally.skipped(section);
      }
    }
  }

  private void list(String section, Tree.Sequence list, Optional<String> region) {
    for (Tree element : list.items()) {
      if (Dumps.understands(section)) {
        items.add(new Item(section, element, region));
      } else if (Sections.known(section)) {
        tally.known(section);
      } else {
        tally.skipped(section);
      }
    }
  }
}
