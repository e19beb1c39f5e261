package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.SetShape;
import io.cloister.dataplane.kernel.nft.Span;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.linux.netlink.Request;
import java.util.Map;

/**
 * Writes elements of a set. Sets of spans come in two kinds: over one field, an element is two, its
 * first value and the one behind its last; over several fields it is one with two keys.
 */
final class ElementWriter {
  /** An attribute has at most 65,535 bytes, and all elements of a message are inside of one. */
  private static final int FULL = 60_000;

  private final Request request;
  private final int message;
  private final SetName set;
  private final SetShape shape;

  /**
   * @param message {@link Nf#NEWSETELEM} or {@link Nf#DELSETELEM}
   */
  ElementWriter(Request request, int message, SetName set, SetShape shape) {
    this.request = request;
    this.message = message;
    this.set = set;
    this.shape = shape;
  }

  void write(Map<Element, Datum> elements) {
    int list = begin();
    for (Map.Entry<Element, Datum> element : elements.entrySet()) {
      if (request.size() - list > FULL) {
        end(list);
        list = begin();
      }
      if (!shape.interval()) {
        element(ValueWriter.key(element.getKey(), Span::low), element.getValue());
      } else if (shape.key().size() > 1) {
        concatenation(element.getKey(), element.getValue());
      } else {
        interval(element.getKey().spans().getFirst(), element.getValue());
      }
    }
    end(list);
  }

  private int begin() {
    Nf.begin(
        request,
        message,
        message == Nf.NEWSETELEM ? Request.CREATE | Request.EXCL : 0,
        () -> (message == Nf.NEWSETELEM ? "elements of " : "remove elements of ") + set);
    request.text(Nf.NAME, set.text());
    return request.open(Nf.ELEMENTS);
  }

  private void end(int list) {
    request.close(list);
    request.end();
  }

  private void element(byte[] key, Datum datum) {
    int open = request.open(Nf.LIST_ELEMENT);
    key(Nf.ELEMENT_KEY, key);
    datum(datum);
    request.close(open);
  }

  private void concatenation(Element element, Datum datum) {
    int open = request.open(Nf.LIST_ELEMENT);
    key(Nf.ELEMENT_KEY, ValueWriter.key(element, Span::low));
    key(Nf.ELEMENT_KEY_END, ValueWriter.key(element, Span::high));
    datum(datum);
    request.close(open);
  }

  /** A span up to the greatest value has no end. */
  private void interval(Span span, Datum datum) {
    element(ValueWriter.bytes(span.low()), datum);
    if (!span.high().equals(Value.max(span.type()))) {
      int open = request.open(Nf.LIST_ELEMENT);
      key(Nf.ELEMENT_KEY, ValueWriter.bytes(span.high().next()));
      request.u32Network(Nf.ELEMENT_FLAGS, Nf.INTERVAL_END);
      request.close(open);
    }
  }

  private void key(int attribute, byte[] bytes) {
    int open = request.open(attribute);
    request.bytes(Nf.VALUE, bytes);
    request.close(open);
  }

  private void datum(Datum datum) {
    switch (datum) {
      case Datum.None _ -> {}
      case Datum.Values(var values) -> {
        int open = request.open(Nf.ELEMENT_DATA);
        request.bytes(
            Nf.VALUE,
            values.size() == 1 ? ValueWriter.bytes(values.getFirst()) : ValueWriter.joined(values));
        request.close(open);
      }
      case Datum.Decides(var verdict) -> {
        int open = request.open(Nf.ELEMENT_DATA);
        Program.verdict(request, verdict);
        request.close(open);
      }
    }
  }
}
