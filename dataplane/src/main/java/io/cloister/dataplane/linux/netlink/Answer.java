package io.cloister.dataplane.linux.netlink;

import java.util.Arrays;

/** One message that came from the kernel. It isn't copied, so it's for reading at once. */
public final class Answer {
  private final int type;
  private final int flags;
  private final int sequence;
  private final byte[] data;
  private final int from;
  private final int to;

  /**
   * @param sequence of the request that it answers, or 0
   * @param data holds the message's body
   * @param from where the body begins in the data
   * @param to where it ends
   */
  Answer(int type, int flags, int sequence, byte[] data, int from, int to) {
    this.type = type;
    this.flags = flags;
    this.sequence = sequence;
    this.data = data;
    this.from = from;
    this.to = to;
  }

  /** The type of the message. */
  public int type() {
    return type;
  }

  /** The flags of the message. */
  public int flags() {
    return flags;
  }

  /** The number of the request that it answers, or 0. */
  int sequence() {
    return sequence;
  }

  /** A byte of the fixed part of the body. */
  public int u8(int offset) {
    return data[from + offset] & 0xff;
  }

  /** Two bytes of the fixed part of the body. */
  public int u16(int offset) {
    return (short) Bytes.SHORT.get(data, from + offset) & 0xffff;
  }

  /** Two bytes of the fixed part of the body, in the network's order. */
  public int u16Network(int offset) {
    return (short) Bytes.SHORT_BE.get(data, from + offset) & 0xffff;
  }

  /** Four bytes of the fixed part of the body. */
  public int u32(int offset) {
    return (int) Bytes.INT.get(data, from + offset);
  }

  /** The attributes behind a fixed part of so many bytes. */
  public Attributes attributes(int fixed) {
    return new Attributes(data, from + fixed, to);
  }

  /** The body. */
  public byte[] body() {
    return Arrays.copyOfRange(data, from, to);
  }

  @Override
  public String toString() {
    return "message " + type + " of " + (to - from) + " bytes";
  }
}
