package io.cloister.app.wire.codec;

import io.cloister.control.action.AwsException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the tree that the dots in parameter names make: {@code Filter.1.Name=vpc-id} is the
 * text at {@code Filter}, {@code 1}, {@code Name}. Sparse, so an index of a thousand million costs
 * what any other costs.
 */
public final class Parameters {
  /** The deepest request of AWS's has 12 levels of shapes, hence at most about 20 names. */
  private static final int DEEPEST = 32;

  private final String path;
  private final Map<String, Parameters> children = new LinkedHashMap<>();
  private Optional<String> text = Optional.empty();

  Parameters(String path) {
    this.path = path;
  }

  void add(String name, String value) {
    Parameters node = this;
    int depth = 0;
    int from = 0;
    while (from <= name.length()) {
      int dot = name.indexOf('.', from);
      int to = dot < 0 ? name.length() : dot;
      if (++depth > DEEPEST || to == from) {
        throw Refusals.unknown(name);
      }
      String whole = name.substring(0, to);
      node = node.children.computeIfAbsent(name.substring(from, to), key -> new Parameters(whole));
      from = to + 1;
    }
    node.text = Optional.of(value);
  }

  /** The whole name down to here, such as {@code Filter.1}. */
  String path() {
    return path;
  }

  /** What was sent under exactly this name. */
  Optional<String> text() {
    return text;
  }

  Optional<Parameters> child(String name) {
    return Optional.ofNullable(children.get(name));
  }

  Map<String, Parameters> children() {
    return children;
  }

  Collection<Parameters> nodes() {
    return children.values();
  }

  /** The refusal of this node as a parameter that nobody knows, under the name that was sent. */
  AwsException unknown() {
    Parameters leaf = this;
    while (leaf.text.isEmpty() && !leaf.children.isEmpty()) {
      leaf = leaf.children.values().iterator().next();
    }
    return Refusals.unknown(leaf.path);
  }
}
