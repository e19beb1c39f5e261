package io.cloister.dataplane.linux.netlink;

import io.cloister.dataplane.linux.system.Errno;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes netlink messages one behind the other. Numbers are in the machine's order unless a name
 * says otherwise.
 */
public final class Request {
  /** The message asks for something: on all. */
  public static final int REQUEST = 1;

  /** An answer is wanted also when all is well. */
  public static final int ACK = 4;

  /** Everything is wanted. */
  public static final int DUMP = 0x300;

  /** Replace what is there. */
  public static final int REPLACE = 0x100;

  /** Fail when it is there. */
  public static final int EXCL = 0x200;

  /** Make it when it isn't there. */
  public static final int CREATE = 0x400;

  /** Put it at the end. */
  public static final int APPEND = 0x800;

  /** Errors that say of a removal that there was nothing to remove. */
  public static final Set<Integer> GONE =
      Set.of(Errno.ENOENT, Errno.ESRCH, Errno.ENODEV, Errno.EADDRNOTAVAIL);

  /** Goes with the type of an attribute that holds attributes, where it isn't opened. */
  public static final int NESTED = 0x8000;

  private static final int HEADER = 16;

  /** What a message is for, and the errors that are no errors for it. */
  record About(Supplier<String> text, Set<Integer> fine) {}

  private byte[] data = new byte[4096];
  private int size;
  private int start;
  private final List<About> abouts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  /**
   * Begins a message; its sequence number is its place in this request, from 1 on.
   *
   * @param about says what it is for, when it fails
   * @param fine numbers of errors that are no errors
   */
  public void begin(int type, int flags, Supplier<String> about, Set<Integer> fine) {
    abouts.add(new About(about, fine));
    room(HEADER);
    start = size;
    size += HEADER;
    Bytes.SHORT.set(data, start + 4, (short) type);
    Bytes.SHORT.set(data, start + 6, (short) (flags | REQUEST));
    Bytes.INT.set(data, start + 8, abouts.size());
    Bytes.INT.set(data, start + 12, 0);
  }

  /** Begins a message. */
  public void begin(int type, int flags, Supplier<String> about) {
    begin(type, flags, about, Set.of());
  }

  /** Ends the message. */
  public void end() {
    Bytes.INT.set(data, start, size - start);
    ends.add(size);
  }

  /** Bytes without a header of their own, such as the fixed part of a message; not padded. */
  public Request raw8(int value) {
    room(1);
    data[size++] = (byte) value;
    return this;
  }

  /** Two bytes. */
  public Request raw16(int value) {
    room(2);
    Bytes.SHORT.set(data, size, (short) value);
    size += 2;
    return this;
  }

  /** Two bytes in the network's order. */
  public Request raw16Network(int value) {
    room(2);
    Bytes.SHORT_BE.set(data, size, (short) value);
    size += 2;
    return this;
  }

  /** Four bytes. */
  public Request raw32(int value) {
    room(4);
    Bytes.INT.set(data, size, value);
    size += 4;
    return this;
  }

  /** Any bytes. */
  public Request raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, data, size, value.length);
    size += value.length;
    return this;
  }

  /** An attribute of a byte. */
  public void u8(int type, int value) {
    header(type, 1);
    raw8(value);
    pad();
  }

  /** An attribute of two bytes. */
  public void u16(int type, int value) {
    header(type, 2);
    raw16(value);
    pad();
  }

  /** An attribute of two bytes in the network's order. */
  public void u16Network(int type, int value) {
    header(type, 2);
    raw16Network(value);
    pad();
  }

  /** An attribute of four bytes. */
  public void u32(int type, int value) {
    header(type, 4);
    raw32(value);
  }

  /** An attribute of four bytes in the network's order. */
  public void u32Network(int type, int value) {
    header(type, 4);
    room(4);
    Bytes.INT_BE.set(data, size, value);
    size += 4;
  }

  /** An attribute of any bytes. */
  public void bytes(int type, byte[] value) {
    header(type, value.length);
    raw(value);
    pad();
  }

  /** An attribute of text with a zero at its end. */
  public void text(int type, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    header(type, bytes.length + 1);
    raw(bytes);
    raw8(0);
    pad();
  }

  /** Opens an attribute that holds attributes; closed by {@link #close} with what this returns. */
  public int open(int type) {
    int mark = size;
    header(type | NESTED, 0);
    return mark;
  }

  /** Closes an attribute that holds attributes. */
  public void close(int mark) {
    int length = size - mark;
    if (length > 0xffff) {
      throw new IllegalStateException("an attribute of " + length + " bytes");
    }
    Bytes.SHORT.set(data, mark, (short) length);
  }

  /** Bytes written so far, an unfinished message included. */
  public int size() {
    return size;
  }

  /** Messages that are finished. */
  int count() {
    return ends.size();
  }

  /** Where the finished message of a number, from 0 on, ends. */
  int end(int message) {
    return ends.get(message);
  }

  /** What a message is for, by its sequence number. */
  About about(int sequence) {
    return sequence >= 1 && sequence <= abouts.size()
        ? abouts.get(sequence - 1)
        : new About(() -> "message " + sequence, Set.of());
  }

  /** Asks for an answer to a message, by its number from 0 on. */
  void acknowledge(int message) {
    int at = message == 0 ? 0 : ends.get(message - 1);
    short flags = (short) Bytes.SHORT.get(data, at + 6);
    Bytes.SHORT.set(data, at + 6, (short) (flags | ACK));
  }

  byte[] data() {
    return data;
  }

  private void header(int type, int length) {
    room(4);
    if (length > 0xffff - 4) {
      throw new IllegalStateException("an attribute of " + length + " bytes");
    }
    Bytes.SHORT.set(data, size, (short) (length + 4));
    Bytes.SHORT.set(data, size + 2, (short) type);
    size += 4;
  }

  private void pad() {
    while (size % 4 != 0) {
      raw8(0);
    }
  }

  private void room(int more) {
    if (size + more > data.length) {
      data = Arrays.copyOf(data, Math.max(2 * data.length, size + more));
    }
  }
}
