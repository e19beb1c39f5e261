package io.cloister.model.table;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tree in order. The stack holds what is still to come, the nearest on top: either a whole
 * subtree that has not been opened, or a node whose left side is done.
 */
final class Nodes<K extends Comparable<? super K>, V> implements Iterator<Node<K, V>> {
  private record Step<K extends Comparable<? super K>, V>(Node<K, V> node, boolean opened) {}

  private final ArrayDeque<Step<K, V>> stack = new ArrayDeque<>();

  Nodes(@Nullable Node<K, V> root) {
    push(root);
  }

  private void push(@Nullable Node<K, V> node) {
    if (node != null) {
      stack.push(new Step<>(node, false));
    }
  }

  /** The next node, or null at the end. */
  @Nullable Node<K, V> peek() {
    while (true) {
      Step<K, V> top = stack.peek();
      if (top == null || top.opened()) {
        return top == null ? null : top.node();
      }
      open();
    }
  }

  private void open() {
    Node<K, V> node = stack.pop().node();
    push(node.right);
    stack.push(new Step<>(node, true));
    push(node.left);
  }

  @Override
  public boolean hasNext() {
    return !stack.isEmpty();
  }

  @Override
  public Node<K, V> next() {
    Node<K, V> node = peek();
    if (node == null) {
      throw new NoSuchElementException();
    }
    stack.pop();
    return node;
  }

  /** Drops whole subtrees that both walks are about to enter, wherever they meet one. */
  static <K extends Comparable<? super K>, V> void skipShared(Nodes<K, V> a, Nodes<K, V> b) {
    while (true) {
      Step<K, V> x = a.stack.peek();
      Step<K, V> y = b.stack.peek();
      if (x == null || y == null || (x.opened() && y.opened())) {
        return;
      }
      if (!x.opened() && !y.opened() && Node.same(x.node(), y.node())) {
        a.stack.pop();
        b.stack.pop();
      } else if (y.opened() || (!x.opened() && x.node().size >= y.node().size)) {
        a.open();
      } else {
        b.open();
      }
    }
  }
}
