package io.cloister.control.intake.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads files as trees, in the notation that their first character tells. */
public final class Trees {
  /** No document of a network comes near this. */
  private static final long MOST_BYTES = 512L << 20;

  private Trees() {}

  /**
   * The documents of a file: usually one.
   *
   * @param name what places call the file
   * @throws Unreadable when it is neither JSON nor YAML
   */
  public static List<Tree> read(Path file, String name) throws IOException, Unreadable {
    if (Files.size(file) > MOST_BYTES) {
      throw new Unreadable(new Place(name, 1, 1), "too large to be a description of a network");
    }
    return read(name, Files.readAllBytes(file));
  }

  /** The documents of a text. */
  public static List<Tree> read(String name, byte[] content) throws Unreadable {
    return json(content) ? JsonTrees.read(name, content) : YamlTrees.read(name, content);
  }

  private static boolean json(byte[] content) {
    for (byte b : content) {
      // Byte-order marks and the zeros of UTF-16, which PowerShell writes, come before the bracket.
      if (b == '{' || b == '[') {
        return true;
      }
      if (b > ' ') {
        return false;
      }
    }
    return false;
  }
}
