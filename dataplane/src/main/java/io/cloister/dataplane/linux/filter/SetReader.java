package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.SetShape;
import io.cloister.dataplane.kernel.nft.Span;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.Attributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a set and its elements in our words, if they can say it. */
final class SetReader {
  private static final int KNOWN_FLAGS = Nf.FLAG_INTERVAL | Nf.FLAG_MAP | Nf.FLAG_CONCAT;

  /** One end of a span over one field. */
  private record End(Value value, boolean behind, Datum datum) {}

  private final SetShape shape;

  SetReader(SetShape shape) {
    this.shape = shape;
  }

  /** What can't be changed of a set. */
  static Optional<SetShape> shape(Answer answer) {
    Attributes attributes = answer.attributes(4);
    int flags = attributes.u32Network(Nf.SET_FLAGS);
    Optional<List<Type>> key = ValueReader.types(attributes.u32Network(Nf.SET_KEY_TYPE));
    if (key.isEmpty() || (flags & ~KNOWN_FLAGS) != 0) {
      return Optional.empty();
    }
    boolean concatenation = (flags & Nf.FLAG_CONCAT) != 0;
    if (concatenation != key.get().size() > 1
        || attributes.u32Network(Nf.SET_KEY_LENGTH) != ValueWriter.length(key.get())) {
      return Optional.empty();
    }
    return holds(attributes, flags)
        .map(h -> new SetShape(key.get(), h, (flags & Nf.FLAG_INTERVAL) != 0));
  }

  private static Optional<SetShape.Holds> holds(Attributes attributes, int flags) {
    if ((flags & Nf.FLAG_MAP) == 0) {
      return Optional.of(new SetShape.Members());
    }
    int type = attributes.u32Network(Nf.SET_DATA_TYPE);
    return type == Nf.DATA_VERDICT
        ? Optional.of(new SetShape.Decides())
        : ValueReader.types(type).map(SetShape.Maps::new);
  }

  /** The set with these elements; none when one of them is strange. */
  Optional<NftSet> read(SetName name, List<Answer> answers) {
    SortedMap<Element, Datum> elements = new TreeMap<>();
    List<End> ends = new ArrayList<>();
    for (Answer answer : answers) {
      for (Attributes element : answer.attributes(4).nested(Nf.ELEMENTS).each(Nf.LIST_ELEMENT)) {
        if (!element(element, elements, ends)) {
          return Optional.empty();
        }
      }
    }
    join(ends, elements);
    return Optional.of(NftSet.empty(name, shape).with(elements));
  }

  private boolean element(Attributes element, SortedMap<Element, Datum> elements, List<End> ends) {
    int flags = element.u32Network(Nf.ELEMENT_FLAGS);
    Optional<List<Value>> low = key(element, Nf.ELEMENT_KEY);
    boolean behind = flags == Nf.INTERVAL_END;
    Optional<Datum> datum = behind ? Optional.of(Datum.NONE) : datum(element);
    if (low.isEmpty() || datum.isEmpty() || (flags != 0 && !behind)) {
      return false;
    }
    if (shape.interval() && shape.key().size() == 1) {
      ends.add(new End(low.get().getFirst(), behind, datum.get()));
      return true;
    }
    Optional<List<Value>> high =
        element.has(Nf.ELEMENT_KEY_END) ? key(element, Nf.ELEMENT_KEY_END) : low;
    if (high.isEmpty()) {
      return false;
    }
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < low.get().size(); i++) {
      spans.add(new Span(low.get().get(i), high.get().get(i)));
    }
    elements.put(new Element(spans), datum.get());
    return true;
  }

  private Optional<List<Value>> key(Attributes element, int attribute) {
    return ValueReader.values(shape.key(), element.nested(attribute).bytes(Nf.VALUE));
  }

  private Optional<Datum> datum(Attributes element) {
    Attributes data = element.nested(Nf.ELEMENT_DATA);
    return switch (shape.holds()) {
      case SetShape.Members _ -> Optional.of(Datum.NONE);
      case SetShape.Maps(List<Type> types) ->
          ValueReader.values(types, data.bytes(Nf.VALUE)).map(Datum.Values::new);
      case SetShape.Decides _ -> verdict(data.nested(Nf.VERDICT)).map(Datum::of);
    };
  }

  private static Optional<Verdict> verdict(Attributes verdict) {
    return switch (verdict.u32Network(Nf.VERDICT_CODE)) {
      case Nf.DROP -> Optional.of(Verdict.drop());
      case Nf.ACCEPT -> Optional.of(Verdict.accept());
      case Nf.RETURN -> Optional.of(new Verdict.Return());
      case Nf.CONTINUE -> Optional.of(new Verdict.Continue());
      case Nf.JUMP -> chain(verdict).map(Verdict::jump);
      case Nf.GOTO -> chain(verdict).map(Verdict::go);
      default -> Optional.empty();
    };
  }

  private static Optional<ChainName> chain(Attributes verdict) {
    try {
      return Optional.of(new ChainName(verdict.text(Nf.VERDICT_CHAIN)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A span begins at a value and ends before the next end, or at the greatest value. */
  private static void join(List<End> ends, SortedMap<Element, Datum> elements) {
    ends.sort(
        Comparator.comparing(End::value).thenComparing(End::behind, Comparator.reverseOrder()));
    for (int i = 0; i < ends.size(); i++) {
      End low = ends.get(i);
      if (low.behind()) {
        continue;
      }
      Value high =
          i + 1 < ends.size() && ends.get(i + 1).value().compareTo(low.value()) > 0
              ? before(ends.get(i + 1).value())
              : Value.max(low.value().type());
      elements.put(Element.of(new Span(low.value(), high)), low.datum());
    }
  }

  private static Value before(Value value) {
    return new Value(
        value.type(), value.low() == 0 ? value.high() - 1 : value.high(), value.low() - 1);
  }
}
