package io.cloister.dataplane.kernel.nft;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The key of one element of a set or map: a span per field of the concatenation. Outside interval
 * sets every span is a single value.
 *
 * @param spans one or more, in the order of the set's key
 */
public record Element(List<Span> spans) implements Comparable<Element> {

  /** Copies. */
  public Element {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("an element needs a key");
    }
  }

  /** An element of single values. */
  public static Element of(Value... values) {
    return new Element(Arrays.stream(values).map(Span::of).toList());
  }

  /** An element of spans. */
  public static Element of(Span... spans) {
    return new Element(List.of(spans));
  }

  /** The types of the key. */
  public List<Type> types() {
    return spans.stream().map(Span::type).toList();
  }

  /** Whether every span is one value. */
  public boolean isSingle() {
    for (Span span : spans) {
      if (!span.isSingle()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(Element other) {
    int shared = Math.min(spans.size(), other.spans.size());
    for (int i = 0; i < shared; i++) {
      int order = spans.get(i).compareTo(other.spans.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(spans.size(), other.spans.size());
  }

  /** As nft writes it. */
  @Override
  public String toString() {
    return spans.stream().map(Span::toString).collect(Collectors.joining(" . "));
  }
}
