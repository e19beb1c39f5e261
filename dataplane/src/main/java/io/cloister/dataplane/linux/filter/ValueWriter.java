package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.Span;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Function;

/**
 * Constants as the kernel keeps them. In a concatenation each begins at a multiple of four bytes,
 * zeros between.
 */
final class ValueWriter {
  private ValueWriter() {}

  static byte[] bytes(Value value) {
    byte[] bytes = new byte[value.type().size()];
    put(value, bytes, 0);
    return bytes;
  }

  static byte[] joined(List<Value> values) {
    byte[] bytes = new byte[values.stream().mapToInt(v -> padded(v.type())).sum()];
    int at = 0;
    for (Value value : values) {
      put(value, bytes, at);
      at += padded(value.type());
    }
    return bytes;
  }

  /** The first or the last key of an element; a single field isn't padded. */
  static byte[] key(Element element, Function<Span, Value> end) {
    List<Value> values = element.spans().stream().map(end).toList();
    return values.size() == 1 ? bytes(values.getFirst()) : joined(values);
  }

  static int padded(Type type) {
    return (type.size() + 3) & ~3;
  }

  /** Bytes of a key or datum of these types. */
  static int length(List<Type> types) {
    return types.size() == 1
        ? types.getFirst().size()
        : types.stream().mapToInt(ValueWriter::padded).sum();
  }

  /** The number by which nft describes a key: six bits for each type. */
  static int id(List<Type> types) {
    int id = 0;
    for (Type type : types) {
      id = id << 6 | type.id();
    }
    return id;
  }

  private static void put(Value value, byte[] bytes, int at) {
    int size = value.type().size();
    if (value.type().hostOrder()) {
      ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(at, (int) value.low());
      return;
    }
    for (int i = 0; i < size; i++) {
      int shift = 8 * (size - 1 - i);
      long half = shift >= 64 ? value.high() : value.low();
      bytes[at + i] = (byte) (half >>> (shift % 64));
    }
  }
}
