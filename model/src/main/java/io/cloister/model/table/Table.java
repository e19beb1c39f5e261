package io.cloister.model.table;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map, sorted by its keys, of which every change gives a new version that shares
 * nearly all of its nodes with the old one: a weight-balanced tree with path copying (Adams, 1992).
 * A change costs O(log n), and so does each difference between two versions of one table, because
 * shared subtrees are skipped: that is what lets a compile, a plan or a subscriber cost what a
 * change touches instead of what the network holds. A HAMT would be a little faster to read and
 * would lose the order that makes plans and answers read well.
 *
 * @param <K> the keys; their order must agree with {@code equals}
 * @param <V> the values
 */
public final class Table<K extends Comparable<? super K>, V> implements Iterable<V> {
  private static final Table<?, ?> EMPTY = new Table<>(null);

  private final @Nullable Node<K, V> root;

  private Table(@Nullable Node<K, V> root) {
    this.root = root;
  }

  /** The table that holds nothing. */
  @SuppressWarnings("unchecked") // It holds no key and no value, so it is of any type.
  public static <K extends Comparable<? super K>, V> Table<K, V> empty() {
    return (Table<K, V>) EMPTY;
  }

  /** A table with the entries of a map. */
  public static <K extends Comparable<? super K>, V> Table<K, V> of(Map<K, V> map) {
    Table<K, V> table = empty();
    for (Map.Entry<K, V> entry : map.entrySet()) {
      table = table.with(entry.getKey(), entry.getValue());
    }
    return table;
  }

  /** The same table, of a wider type: what never changes may be looked at as that. */
  @SuppressWarnings("unchecked") // Nothing of the wider type is ever put into this one.
  public static <K extends Comparable<? super K>, V> Table<K, V> widen(
      Table<K, ? extends V> table) {
    return (Table<K, V>) table;
  }

  /** The number of entries. */
  public int size() {
    return Node.size(root);
  }

  /** Whether it holds nothing. */
  public boolean isEmpty() {
    return root == null;
  }

  /** The value of a key. */
  public Optional<V> get(K key) {
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return Optional.of(node.value);
      }
      node = order < 0 ? node.left : node.right;
    }
    return Optional.empty();
  }

  /**
   * The value of a key that must be there.
   *
   * @throws NoSuchElementException when it isn't
   */
  public V require(K key) {
    return get(key).orElseThrow(() -> new NoSuchElementException(key.toString()));
  }

  /** Whether the key has a value. */
  public boolean has(K key) {
    return get(key).isPresent();
  }

  /** This table with the key's value set; the same table when it already is that very object. */
  public Table<K, V> with(K key, V value) {
    Node<K, V> changed = Node.put(root, key, value);
    return changed == root ? this : new Table<>(changed);
  }

  /** This table without the key; the same table when the key isn't there. */
  public Table<K, V> without(K key) {
    Node<K, V> changed = Node.remove(root, key);
    if (changed == root) {
      return this;
    }
    return changed == null ? empty() : new Table<>(changed);
  }

  /** The values in the order of their keys. */
  public Stream<V> values() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** The keys in their order. */
  public Stream<K> keys() {
    Nodes<K, V> nodes = new Nodes<>(root);
    return Stream.generate(nodes::next).limit(size()).map(node -> node.key);
  }

  /** The values that a condition holds for, in the order of their keys. */
  public Stream<V> where(Predicate<? super V> condition) {
    return values().filter(condition);
  }

  /** Calls for every entry in the order of the keys. */
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Node.forEach(root, action);
  }

  @Override
  public Iterator<V> iterator() {
    return new Walk<>(root);
  }

  /** Receives the differences between two tables, in the order of the keys. */
  public interface Differences<K, V> {
    /** The key is only in the later table. */
    void added(K key, V after);

    /** The key is only in the earlier table. */
    void removed(K key, V before);

    /** The key is in both, with different objects as values (which may be equal). */
    void changed(K key, V before, V after);
  }

  /** Tells the differences from this table to a later one. */
  public void differences(Table<K, V> after, Differences<? super K, ? super V> differences) {
    Node.differences(root, after.root, differences);
  }

  /**
   * One difference between two tables: at least one of the two values is there.
   *
   * @param <K> the keys
   * @param <V> the values
   */
  @FunctionalInterface
  public interface Difference<K, V> {
    /** A key whose values are different objects, which may be equal. */
    void differs(K key, Optional<V> before, Optional<V> after);
  }

  /** Tells the differences from this table to a later one, whatever their kind. */
  public void eachDifference(Table<K, V> after, Difference<? super K, V> each) {
    differences(
        after,
        new Differences<K, V>() {
          @Override
          public void added(K key, V now) {
            each.differs(key, Optional.empty(), Optional.of(now));
          }

          @Override
          public void removed(K key, V was) {
            each.differs(key, Optional.of(was), Optional.empty());
          }

          @Override
          public void changed(K key, V was, V now) {
            each.differs(key, Optional.of(was), Optional.of(now));
          }
        });
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Table<?, ?> that) || that.size() != size()) {
      return false;
    }
    if (that.root == root) {
      return true;
    }
    Iterator<Node<K, V>> mine = new Nodes<>(root);
    Iterator<? extends Node<?, ?>> theirs = new Nodes<>(that.root);
    while (mine.hasNext()) {
      Node<K, V> a = mine.next();
      Node<?, ?> b = theirs.next();
      if (!a.key.equals(b.key) || !a.value.equals(b.value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (Iterator<Node<K, V>> all = new Nodes<>(root); all.hasNext(); ) {
      Node<K, V> node = all.next();
      hash += node.key.hashCode() ^ node.value.hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    forEach((k, v) -> text.append(text.length() > 1 ? ", " : "").append(k).append('=').append(v));
    return text.append('}').toString();
  }

  private static final class Walk<K extends Comparable<? super K>, V> implements Iterator<V> {
    private final Nodes<K, V> nodes;

    Walk(@Nullable Node<K, V> root) {
      nodes = new Nodes<>(root);
    }

    @Override
    public boolean hasNext() {
      return nodes.hasNext();
    }

    @Override
    public V next() {
      return nodes.next().value;
    }
  }
}
