package io.cloister.dataplane.kernel.sorted;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sorted maps and sets that never change. Versions of a network share what didn't change between
 * them, so a comparison by reference answers for most of it: a copy is made once and then kept, not
 * copied again.
 */
public final class Sorted {
  private static final Class<?> MAP = Collections.unmodifiableSortedMap(new TreeMap<>()).getClass();
  private static final Class<?> SET = Collections.unmodifiableSortedSet(new TreeSet<>()).getClass();

  private Sorted() {}

  /**
   * What differs between two maps, in the order of the keys.
   *
   * @param <K> the keys
   * @param <A> what the first map holds
   * @param <B> what the second map holds
   */
  public interface Differences<K, A, B> {
    /** A key that only the first map has. */
    void gone(K key, A before);

    /** A key that both have; whether the values differ is for this method to say. */
    void both(K key, A before, B after);

    /** A key that only the second map has. */
    void added(K key, B after);
  }

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

  /** Walks through two maps at once. */
  public static <K extends Comparable<K>, A, B> void compare(
      SortedMap<K, ? extends A> first,
      SortedMap<K, ? extends B> second,
      Differences<K, A, B> differences) {
    Iterator<? extends Map.Entry<K, ? extends A>> before = first.entrySet().iterator();
    Iterator<? extends Map.Entry<K, ? extends B>> after = second.entrySet().iterator();
    boolean more = before.hasNext() && after.hasNext();
    if (!more) {
      before.forEachRemaining(e -> differences.gone(e.getKey(), e.getValue()));
      after.forEachRemaining(e -> differences.added(e.getKey(), e.getValue()));
      return;
    }
    Map.Entry<K, ? extends A> a = before.next();
    Map.Entry<K, ? extends B> b = after.next();
    while (true) {
      int order = same(a.getKey(), b.getKey()) ? 0 : a.getKey().compareTo(b.getKey());
      if (order < 0) {
        differences.gone(a.getKey(), a.getValue());
      } else if (order > 0) {
        differences.added(b.getKey(), b.getValue());
      } else {
        differences.both(a.getKey(), a.getValue(), b.getValue());
      }
      if (order <= 0 && !before.hasNext()) {
        if (order < 0) {
          differences.added(b.getKey(), b.getValue());
        }
        after.forEachRemaining(e -> differences.added(e.getKey(), e.getValue()));
        return;
      }
      if (order >= 0 && !after.hasNext()) {
        if (order > 0) {
          differences.gone(a.getKey(), a.getValue());
        }
        before.forEachRemaining(e -> differences.gone(e.getKey(), e.getValue()));
        return;
      }
      a = order <= 0 ? before.next() : a;
      b = order >= 0 ? after.next() : b;
    }
  }
}
