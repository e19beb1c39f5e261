package io.cloister.control.action.ec2.key;

import io.cloister.control.action.Draw;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/**
 * Random bytes for a key, out of 256 bits of a draw: SHA-256 of the seed and a counter. So a key is
 * as unpredictable as the draw, and a decision can be replayed.
 */
final class DrawnRandom extends SecureRandom {
  @Serial private static final long serialVersionUID = 1L;

  DrawnRandom(Draw draw) {
    super(new Bytes(draw), null);
  }

  private static final class Bytes extends SecureRandomSpi {
    @Serial private static final long serialVersionUID = 1L;
    private final byte[] seed;
    private long counter;

    Bytes(Draw draw) {
      ByteBuffer drawn = ByteBuffer.allocate(32);
      while (drawn.hasRemaining()) {
        drawn.putInt((int) draw.number(1L << 32));
      }
      seed = drawn.array();
    }

    @Override
    protected void engineSetSeed(byte[] more) {
      // The draw is the only source: what else comes would make two runs differ.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      int at = 0;
      while (at < bytes.length) {
        byte[] block = block();
        int length = Math.min(block.length, bytes.length - at);
        System.arraycopy(block, 0, bytes, at, length);
        at += length;
      }
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
      byte[] bytes = new byte[length];
      engineNextBytes(bytes);
      return bytes;
    }

    private byte[] block() {
      try {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(seed);
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(counter++).array());
        return sha.digest();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
