package io.cloister.control.action.ec2.key;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the binary form of SSH: numbers and texts with their lengths (RFC 4251, section 5). */
final class SshWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A number of 32 bits. */
  SshWriter number(int value) {
    return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  /** Bytes with their length before them. */
  SshWriter string(byte[] bytes) {
    return number(bytes.length).raw(bytes);
  }

  /** A text with its length before it. */
  SshWriter string(String text) {
    return string(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A large number with its length before it. */
  SshWriter large(BigInteger value) {
    return string(value.toByteArray());
  }

  /** Bytes as they are. */
  SshWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Everything written so far. */
  byte[] bytes() {
    return out.toByteArray();
  }
}
