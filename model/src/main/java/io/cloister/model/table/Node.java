package io.cloister.model.table;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A node of a {@link Table}: a subtree of {@code size} entries. */
final class Node<K extends Comparable<? super K>, V> {
  /** A side may weigh at most this many times the other (Hirai and Yamamoto, 2011). */
  private static final int DELTA = 3;

  /** The inner grandchild's weight, against the outer's, from which one rotation won't do. */
  private static final int GAMMA = 2;

  final @Nullable Node<K, V> left;
  final K key;
  final V value;
  final @Nullable Node<K, V> right;
  final int size;

  private Node(@Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
    this.left = left;
    this.key = key;
    this.value = value;
    this.right = right;
    this.size = size(left) + size(right) + 1;
  }

  static int size(@Nullable Node<?, ?> node) {
    return node == null ? 0 : node.size;
  }

  private static int weight(@Nullable Node<?, ?> node) {
    return size(node) + 1;
  }

  static <K extends Comparable<? super K>, V> Node<K, V> put(
      @Nullable Node<K, V> node, K key, V value) {
    if (node == null) {
      return new Node<>(null, key, value, null);
    }
    int order = key.compareTo(node.key);
    if (order < 0) {
      Node<K, V> left = put(node.left, key, value);
      return left == node.left ? node : balance(left, node, node.right);
    }
    if (order > 0) {
      Node<K, V> right = put(node.right, key, value);
      return right == node.right ? node : balance(node.left, node, right);
    }
    return same(node.value, value) ? node : new Node<>(node.left, key, value, node.right);
  }

  static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int order = key.compareTo(node.key);
    if (order < 0) {
      Node<K, V> left = remove(node.left, key);
      return left == node.left ? node : balance(left, node, node.right);
    }
    if (order > 0) {
      Node<K, V> right = remove(node.right, key);
      return right == node.right ? node : balance(node.left, node, right);
    }
    return glue(node.left, node.right);
  }

  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> glue(
      @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    if (left.size > right.size) {
      Node<K, V> last = left;
      while (last.right != null) {
        last = last.right;
      }
      return balance(remove(left, last.key), last, right);
    }
    Node<K, V> first = right;
    while (first.left != null) {
      first = first.left;
    }
    return balance(left, first, remove(right, first.key));
  }

  /** A node of two subtrees of which one may have grown or shrunk by one entry. */
  private static <K extends Comparable<? super K>, V> Node<K, V> balance(
      @Nullable Node<K, V> left, Node<K, V> middle, @Nullable Node<K, V> right) {
    if (right != null && weight(right) > DELTA * weight(left) && right.size > 1) {
      Node<K, V> inner = right.left;
      if (inner == null || weight(inner) < GAMMA * weight(right.right)) {
        return join(join(left, middle, inner), right, right.right);
      }
      return join(join(left, middle, inner.left), inner, join(inner.right, right, right.right));
    }
    if (left != null && weight(left) > DELTA * weight(right) && left.size > 1) {
      Node<K, V> inner = left.right;
      if (inner == null || weight(inner) < GAMMA * weight(left.left)) {
        return join(left.left, left, join(inner, middle, right));
      }
      return join(join(left.left, left, inner.left), inner, join(inner.right, middle, right));
    }
    return join(left, middle, right);
  }

  private static <K extends Comparable<? super K>, V> Node<K, V> join(
      @Nullable Node<K, V> left, Node<K, V> middle, @Nullable Node<K, V> right) {
    return new Node<>(left, middle.key, middle.value, right);
  }

  @SuppressWarnings("ReferenceEquality") // Identity is what says that nothing has changed.
  static boolean same(Object a, Object b) {
    return a == b;
  }

  static <K extends Comparable<? super K>, V> void forEach(
      @Nullable Node<K, V> node, BiConsumer<? super K, ? super V> action) {
    if (node != null) {
      forEach(node.left, action);
      action.accept(node.key, node.value);
      forEach(node.right, action);
    }
  }

  /** Walks both trees side by side and passes over every subtree that both of them share. */
  static <K extends Comparable<? super K>, V> void differences(
      @Nullable Node<K, V> before,
      @Nullable Node<K, V> after,
      Table.Differences<? super K, ? super V> to) {
    Nodes<K, V> old = new Nodes<>(before);
    Nodes<K, V> now = new Nodes<>(after);
    while (true) {
      Nodes.skipShared(old, now);
      Node<K, V> a = old.peek();
      Node<K, V> b = now.peek();
      if (a == null && b == null) {
        return;
      }
      int order = a == null ? 1 : b == null ? -1 : a.key.compareTo(b.key);
      if (a != null && order < 0) {
        to.removed(a.key, a.value);
        old.next();
      } else if (b != null && order > 0) {
        to.added(b.key, b.value);
        now.next();
      } else if (a != null && b != null) {
        if (!same(a.value, b.value)) {
          to.changed(a.key, a.value, b.value);
        }
        old.next();
        now.next();
      }
    }
  }
}
