package io.cloister.dataplane.kernel.nft;

import io.cloister.dataplane.kernel.nft.SetShape.Decides;
import io.cloister.dataplane.kernel.nft.SetShape.Maps;
import io.cloister.dataplane.kernel.nft.SetShape.Members;
import io.cloister.dataplane.kernel.sorted.Sorted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A named set, map or verdict map, with its elements.
 *
 * @param name unique among the table's sets and maps
 * @param shape types of key and value
 * @param elements key to datum, sorted
 */
public record NftSet(SetName name, SetShape shape, SortedMap<Element, Datum> elements) {

  /** Copies what isn't unmodifiable; refuses elements that don't fit the shape. */
  public NftSet {
    elements = Sorted.copy(elements);
    for (Map.Entry<Element, Datum> e : elements.entrySet()) {
      if (!shape.fits(e.getKey(), e.getValue())) {
        throw new IllegalArgumentException(
            "no element of " + name + ": " + e.getKey() + " : " + e.getValue());
      }
    }
  }

  /** A set. */
  public static NftSet set(
      String name, List<Type> key, boolean interval, Collection<Element> members) {
    SortedMap<Element, Datum> elements = new TreeMap<>();
    members.forEach(member -> elements.put(member, Datum.NONE));
    return new NftSet(new SetName(name), new SetShape(key, new Members(), interval), elements);
  }

  /** A map of values. */
  public static NftSet map(
      String name,
      List<Type> key,
      boolean interval,
      List<Type> values,
      Map<Element, Datum> elements) {
    return new NftSet(
        new SetName(name), new SetShape(key, new Maps(values), interval), new TreeMap<>(elements));
  }

  /** A verdict map. */
  public static NftSet verdicts(
      String name, List<Type> key, boolean interval, Map<Element, Datum> elements) {
    return new NftSet(
        new SetName(name), new SetShape(key, new Decides(), interval), new TreeMap<>(elements));
  }
}
