package io.cloister.dataplane.linux.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a sandbox has written to its console since it was last started: two files that it fills in
 * turn, so that a program that never stops talking fills no disk.
 */
record Console(Path directory) {
  /** As much as AWS's GetConsoleOutput returns at most, in bytes. */
  static final int SHOWN = 64 << 10;

  Path file(int number) {
    return directory.resolve("console." + number);
  }

  /** The most recent 64 KB, as they were written. */
  byte[] read() {
    try {
      boolean turned =
          Files.size(file(1)) > 0
              && Files.getLastModifiedTime(file(0)).compareTo(Files.getLastModifiedTime(file(1)))
                  > 0;
      byte[] older = tail(file(turned ? 1 : 0), SHOWN);
      byte[] newer = tail(file(turned ? 0 : 1), SHOWN);
      int kept = Math.min(older.length, SHOWN - newer.length);
      byte[] both = new byte[kept + newer.length];
      System.arraycopy(older, older.length - kept, both, 0, kept);
      System.arraycopy(newer, 0, both, kept, newer.length);
      return both;
    } catch (IOException e) {
      return new byte[0]; // it was never started, or is just being forgotten
    }
  }

  private static byte[] tail(Path file, int most) throws IOException {
    try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, f.length() - most);
      byte[] bytes = new byte[(int) Math.min(most, f.length() - from)];
      f.seek(from);
      int read = Math.max(0, f.read(bytes));
      return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }
  }
}
