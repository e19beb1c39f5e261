package io.cloister.dataplane.linux.sandbox.userdata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Reads UserData in the formats that cloud-init knows (cloudinit.readthedocs.io, "User data
 * formats"). What this emulator doesn't do is not refused: a real instance would start, so this one
 * does, and says on its console what was left out.
 */
public final class UserData {
  /** What packed user data may unpack to, in bytes; AWS takes 16 KB of packed ones. */
  private static final int MOST = 4 << 20;

  private static final List<String> KNOWN_STARTS =
      List.of("#!", "#cloud-", "#include", "## template: jinja", "content-type:", "mime-version:");

  private UserData() {}

  /** What an instance with this user data does when it boots. */
  public static Boot read(byte[] raw) {
    if (raw.length == 0) {
      return Boot.NONE;
    }
    Recipe recipe = new Recipe();
    byte[] data = unpacked(raw, recipe);
    recipe.keep(data);
    add(Part.of(type(data), "", data), recipe);
    return recipe.boot();
  }

  private static void add(Part part, Recipe recipe) {
    byte[] content = unpacked(part.content(), recipe);
    // As cloud-init: what calls itself plain text, or nothing, is judged by how it begins.
    String type =
        part.type().equals("text/plain") || part.type().isEmpty() ? type(content) : part.type();
    switch (type) {
      case "multipart" -> Mime.parts(content).forEach(inner -> add(inner, recipe));
      case "text/x-shellscript", "text/x-shellscript-per-instance", "text/x-shellscript-per-once" ->
          recipe.script(content);
      case "text/x-shellscript-per-boot", "text/cloud-boothook" -> recipe.everyBoot(content);
      case "text/cloud-config" -> CloudConfig.add(content, recipe);
      default -> {
        if (type.startsWith("multipart/")) {
          Mime.parts(content, part.header()).forEach(inner -> add(inner, recipe));
        } else {
          recipe.note("a part of the user data of type " + type + " is not run");
        }
      }
    }
  }

  /** Says what something is by how it begins. */
  private static String type(byte[] content) {
    String start = start(content);
    if (start.startsWith("content-type:") || start.startsWith("mime-version:")) {
      return "multipart";
    }
    if (start.startsWith("#!")) {
      return "text/x-shellscript";
    }
    for (String name : List.of("#cloud-config", "#cloud-boothook")) {
      if (start.startsWith(name)) {
        return "text/" + name.substring(1);
      }
    }
    return start.startsWith("#include") ? "text/x-include-url" : "unknown";
  }

  private static String start(byte[] content) {
    String start =
        new String(content, 0, Math.min(content.length, 64), StandardCharsets.ISO_8859_1);
    return start.stripLeading().toLowerCase(Locale.ROOT);
  }

  /** Undoes gzip, and a Base64 too many, which clients send who encode what their SDK encodes. */
  private static byte[] unpacked(byte[] data, Recipe recipe) {
    byte[] result = data;
    if (isGzip(result)) {
      try (GZIPInputStream unzip = new GZIPInputStream(new ByteArrayInputStream(result))) {
        result = unzip.readNBytes(MOST);
      } catch (IOException e) {
        recipe.note("the user data cannot be unpacked: " + e.getMessage());
        return new byte[0];
      }
    }
    byte[] decoded = base64(result);
    return isGzip(decoded) || KNOWN_STARTS.stream().anyMatch(start(decoded)::startsWith)
        ? unpacked(decoded, recipe)
        : result;
  }

  private static boolean isGzip(byte[] data) {
    return data.length > 2 && data[0] == 0x1f && data[1] == (byte) 0x8b;
  }

  private static byte[] base64(byte[] data) {
    try {
      return data.length == 0 || data[0] == '#'
          ? new byte[0]
          : Base64.getMimeDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
