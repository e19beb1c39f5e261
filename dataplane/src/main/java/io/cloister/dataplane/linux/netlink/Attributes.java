package io.cloister.dataplane.linux.netlink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the attributes that lie one behind the other in a part of a message. */
public final class Attributes {
  private static final int TYPE_MASK = 0x3fff;
  private final byte[] data;
  private final int from;
  private final int to;

  Attributes(byte[] data, int from, int to) {
    this.data = data;
    this.from = from;
    this.to = Math.max(from, to);
  }

  /** Whether there is one of this type. */
  public boolean has(int type) {
    return find(type) >= 0;
  }

  /** The types that are there, in order. */
  public List<Integer> types() {
    List<Integer> types = new ArrayList<>();
    for (int at = from; at + 4 <= to; at += step(at)) {
      types.add(type(at));
    }
    return types;
  }

  /** A byte, unsigned; 0 when it isn't there. */
  public int u8(int type) {
    int at = find(type);
    return at < 0 || length(at) < 1 ? 0 : data[at + 4] & 0xff;
  }

  /** Two bytes, unsigned, in the network's order; 0 when they aren't there. */
  public int u16Network(int type) {
    int at = find(type);
    return at < 0 || length(at) < 2 ? 0 : (short) Bytes.SHORT_BE.get(data, at + 4) & 0xffff;
  }

  /** Two bytes, unsigned; 0 when they aren't there. */
  public int u16(int type) {
    int at = find(type);
    return at < 0 || length(at) < 2 ? 0 : (short) Bytes.SHORT.get(data, at + 4) & 0xffff;
  }

  /** Four bytes; 0 when they aren't there. */
  public int u32(int type) {
    int at = find(type);
    return at < 0 || length(at) < 4 ? 0 : (int) Bytes.INT.get(data, at + 4);
  }

  /** Four bytes in the network's order; 0 when they aren't there. */
  public int u32Network(int type) {
    int at = find(type);
    return at < 0 || length(at) < 4 ? 0 : (int) Bytes.INT_BE.get(data, at + 4);
  }

  /** Eight bytes in the network's order; 0 when they aren't there. */
  public long u64Network(int type) {
    int at = find(type);
    return at < 0 || length(at) < 8 ? 0 : (long) Bytes.LONG_BE.get(data, at + 4);
  }

  /** Any bytes; none when they aren't there. */
  public byte[] bytes(int type) {
    int at = find(type);
    return at < 0 ? new byte[0] : Arrays.copyOfRange(data, at + 4, at + 4 + length(at));
  }

  /** A text, without the zero at its end; empty when it isn't there. */
  public String text(int type) {
    int at = find(type);
    if (at < 0) {
      return "";
    }
    int length = length(at);
    while (length > 0 && data[at + 3 + length] == 0) {
      length--;
    }
    return new String(data, at + 4, length, StandardCharsets.UTF_8);
  }

  /** The attributes inside of one; none when it isn't there. */
  public Attributes nested(int type) {
    int at = find(type);
    return at < 0 ? new Attributes(data, from, from) : inside(at);
  }

  /** The attributes inside of each of a type. */
  public List<Attributes> each(int type) {
    List<Attributes> all = new ArrayList<>();
    for (int at = from; at + 4 <= to; at += step(at)) {
      if (type(at) == type) {
        all.add(inside(at));
      }
    }
    return all;
  }

  private Attributes inside(int at) {
    return new Attributes(data, at + 4, at + 4 + length(at));
  }

  private int find(int type) {
    for (int at = from; at + 4 <= to; at += step(at)) {
      if (type(at) == type) {
        return at;
      }
    }
    return -1;
  }

  private int type(int at) {
    return (short) Bytes.SHORT.get(data, at + 2) & TYPE_MASK;
  }

  private int length(int at) {
    int length = ((short) Bytes.SHORT.get(data, at) & 0xffff) - 4;
    return Math.max(0, Math.min(length, to - at - 4));
  }

  private int step(int at) {
    return Math.max(4, (length(at) + 7) & ~3);
  }
}
