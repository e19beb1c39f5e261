package io.cloister.dataplane.kernel.nft;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What can't be changed of a set or map once it is there.
 *
 * @param key the types of the key, one to five
 * @param holds what an element holds besides its key
 * @param interval whether keys are spans; then no two elements may overlap
 */
public record SetShape(List<Type> key, Holds holds, boolean interval) {

  /** What an element holds besides its key. */
  public sealed interface Holds {}

  /** Nothing: a set. */
  public record Members() implements Holds {}

  /** Values: a map. */
  public record Maps(List<Type> types) implements Holds {
    /** Copies. */
    public Maps {
      types = List.copyOf(types);
    }
  }

  /** Verdicts: a verdict map. */
  public record Decides() implements Holds {}

  /** Refuses a key that nft couldn't describe. */
  public SetShape {
    key = List.copyOf(key);
    if (key.isEmpty() || key.size() > 5) {
      throw new IllegalArgumentException("a key has one to five fields: " + key);
    }
    if (key.contains(Type.BYTE) || key.contains(Type.SHORT)) {
      throw new IllegalArgumentException("integers without a name can't be keys: " + key);
    }
  }

  /** Whether an element fits: its key's types, what it holds, and no spans outside intervals. */
  public boolean fits(Element element, Datum datum) {
    boolean held =
        switch (datum) {
          case Datum.None _ -> holds instanceof Members;
          case Datum.Values values ->
              holds instanceof Maps(List<Type> types)
                  && types.equals(values.values().stream().map(Value::type).toList());
          case Datum.Decides _ -> holds instanceof Decides;
        };
    return held && element.types().equals(key) && (interval || element.isSingle());
  }

  /** As nft writes it: the type line and the flags. */
  @Override
  public String toString() {
    String types = join(key);
    String held =
        switch (holds) {
          case Members _ -> "";
          case Maps(List<Type> values) -> " : " + join(values);
          case Decides _ -> " : verdict";
        };
    return "type " + types + held + ";" + (interval ? " flags interval;" : "");
  }

  private static String join(List<Type> types) {
    return types.stream().map(Type::nft).collect(Collectors.joining(" . "));
  }
}
