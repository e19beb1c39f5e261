package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads constants as the kernel keeps them. */
final class ValueReader {
  private ValueReader() {}

  /** The types that a number stands for, if all are of ours. */
  static Optional<List<Type>> types(int id) {
    List<Type> types = new ArrayList<>();
    for (int rest = id; rest != 0; rest >>>= 6) {
      int number = rest & 63;
      Optional<Type> type = type(number);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      types.addFirst(type.get());
    }
    return types.isEmpty() ? Optional.empty() : Optional.of(types);
  }

  private static Optional<Type> type(int id) {
    for (Type type : Type.values()) {
      if (type.id() == id && type != Type.BYTE && type != Type.SHORT) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The constants of a concatenation; none when there are too few bytes. */
  static Optional<List<Value>> values(List<Type> types, byte[] bytes) {
    if (bytes.length < ValueWriter.length(types)) {
      return Optional.empty();
    }
    List<Value> values = new ArrayList<>();
    int at = 0;
    for (Type type : types) {
      values.add(value(type, bytes, at));
      at += ValueWriter.padded(type);
    }
    return Optional.of(values);
  }

  private static Value value(Type type, byte[] bytes, int at) {
    if (type.hostOrder()) {
      int number = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt(at);
      return Value.number(type, Integer.toUnsignedLong(number));
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < type.size(); i++) {
      high = high << 8 | low >>> 56;
      low = low << 8 | (bytes[at + i] & 0xff);
    }
    return new Value(type, high, low);
  }
}
