package io.cloister.dataplane.kernel.nft;

import io.cloister.dataplane.kernel.nft.SetShape.Decides;
import io.cloister.dataplane.kernel.nft.SetShape.Maps;
import io.cloister.dataplane.kernel.nft.SetShape.Members;
import io.cloister.model.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named set, map or verdict map, with its elements. Versions of it share what they have in
 * common, so one more element costs the same in a small set and in a large one; that is why it is
 * no record, whose constructor would have to look at every element again.
 */
public final class NftSet {
  private final SetName name;
  private final SetShape shape;
  private final Table<Element, Datum> elements;

  private NftSet(SetName name, SetShape shape, Table<Element, Datum> elements) {
    this.name = name;
    this.shape = shape;
    this.elements = elements;
  }

  /** A set, map or verdict map without elements. */
  public static NftSet empty(SetName name, SetShape shape) {
    return new NftSet(name, shape, Table.empty());
  }

  /** A set. */
  public static NftSet set(
      String name, List<Type> key, boolean interval, Collection<Element> members) {
    NftSet set = empty(new SetName(name), new SetShape(key, new Members(), interval));
    for (Element member : members) {
      set = set.with(member, Datum.NONE);
    }
    return set;
  }

  /** A map of values. */
  public static NftSet map(
      String name,
      List<Type> key,
      boolean interval,
      List<Type> values,
      Map<Element, Datum> elements) {
    return empty(new SetName(name), new SetShape(key, new Maps(values), interval)).with(elements);
  }

  /** A verdict map. */
  public static NftSet verdicts(
      String name, List<Type> key, boolean interval, Map<Element, Datum> elements) {
    return empty(new SetName(name), new SetShape(key, new Decides(), interval)).with(elements);
  }

  /** Unique among the table's sets and maps. */
  public SetName name() {
    return name;
  }

  /** The types of key and value. */
  public SetShape shape() {
    return shape;
  }

  /** What each key holds. */
  public Table<Element, Datum> elements() {
    return elements;
  }

  /**
   * This set with an element.
   *
   * @throws IllegalArgumentException when the element doesn't fit the shape
   */
  public NftSet with(Element element, Datum datum) {
    if (!shape.fits(element, datum)) {
      throw new IllegalArgumentException("no element of " + name + ": " + element + " : " + datum);
    }
    return new NftSet(name, shape, elements.with(element, datum));
  }

  /** This set with these elements. */
  public NftSet with(Map<Element, Datum> more) {
    NftSet set = this;
    for (Map.Entry<Element, Datum> entry : more.entrySet()) {
      set = set.with(entry.getKey(), entry.getValue());
    }
    return set;
  }

  /** This set without an element. */
  public NftSet without(Element element) {
    return new NftSet(name, shape, elements.without(element));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NftSet that
        && name.equals(that.name)
        && shape.equals(that.shape)
        && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + elements.hashCode();
  }

  @Override
  public String toString() {
    return name + " " + shape + " " + elements;
  }
}
