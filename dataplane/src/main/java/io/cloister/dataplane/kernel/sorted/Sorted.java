package io.cloister.dataplane.kernel.sorted;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Small sorted maps and sets that never change. Versions of a network share what didn't change
 * between them, so a comparison by reference answers for most of it: a copy is made once and then
 * kept, not copied again. What may be large is in a {@link io.cloister.model.table.Table}.
 */
public final class Sorted {
  private static final Class<?> MAP = Collections.unmodifiableSortedMap(new TreeMap<>()).getClass();
  private static final Class<?> SET = Collections.unmodifiableSortedSet(new TreeSet<>()).getClass();

  private Sorted() {}

  /** A copy; one that is unmodifiable is taken as given away, and kept. Natural order. */
  public static <K, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
    return map.getClass() == MAP ? map : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** A copy; one that is unmodifiable is taken as given away, and kept. Natural order. */
  public static <T> SortedSet<T> copy(SortedSet<T> set) {
    return set.getClass() == SET ? set : Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }

  /** Whether two are one and the same object, so that nobody need compare what is in them. */
  @SuppressWarnings("ReferenceEquality") // equality would cost what this is to save
  public static boolean same(Object a, Object b) {
    return a == b;
  }
}
