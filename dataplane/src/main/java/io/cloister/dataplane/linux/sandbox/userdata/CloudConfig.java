package io.cloister.dataplane.linux.sandbox.userdata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The keys of {@code #cloud-config} that make sense in a sandbox (cloudinit.readthedocs.io, "Module
 * reference"): {@code bootcmd}, {@code write_files}, {@code packages}, {@code runcmd}.
 */
final class CloudConfig {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setLabel("cloud-config").setMaxAliasesForCollections(20).build();

  private CloudConfig() {}

  static void add(byte[] content, Recipe recipe) {
    Object root;
    try {
      root = new Load(SETTINGS).loadFromString(new String(content, StandardCharsets.UTF_8));
    } catch (YamlEngineException e) {
      recipe.note("the cloud-config cannot be read: " + e.getMessage());
      return;
    }
    if (root == null) {
      return;
    }
    if (!(root instanceof Map<?, ?> config)) {
      recipe.note("the cloud-config is no list of keys and values");
      return;
    }
    config.forEach((key, value) -> {
      String name = String.valueOf(key);
      switch (name) {
        case "runcmd" -> commands(value).forEach(recipe::runCommand);
        case "bootcmd" -> {
          String script = "#!/bin/sh\n" + String.join("\n", commands(value)) + "\n";
          recipe.everyBoot(script.getBytes(StandardCharsets.UTF_8));
        }
        case "write_files" -> items(value).forEach(item -> writeFile(item, recipe));
        case "packages" -> items(value).forEach(item -> packages(item, recipe));
        default -> recipe.note("cloud-config: " + name + " is left out");
      }
    });
  }

  private static List<?> items(@Nullable Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }

  /** Each item is a line of shell, or a list of words that the shell must not touch. */
  private static List<String> commands(@Nullable Object value) {
    List<String> lines = new ArrayList<>();
    for (Object item : items(value)) {
      if (item instanceof List<?> words) {
        lines.add(String.join(" ", words.stream().map(w -> Recipe.quote(text(w))).toList()));
      } else if (item != null) {
        lines.add(text(item));
      }
    }
    return lines;
  }

  /** A name, or a name and a version, or lists of these by package manager. */
  private static void packages(@Nullable Object item, Recipe recipe) {
    switch (item) {
      case null -> {}
      case Map<?, ?> byManager ->
          byManager.values().forEach(v -> items(v).forEach(i -> packages(i, recipe)));
      case List<?> nameAndVersion when !nameAndVersion.isEmpty() ->
          recipe.needPackage(text(nameAndVersion.getFirst()));
      default -> recipe.needPackage(text(item));
    }
  }

  private static void writeFile(@Nullable Object item, Recipe recipe) {
    if (!(item instanceof Map<?, ?> file) || file.get("path") == null) {
      recipe.note("cloud-config: write_files: an item without a path is left out");
      return;
    }
    String path = text(file.get("path"));
    byte[] content = text(file.get("content")).getBytes(StandardCharsets.UTF_8);
    try {
      content = decode(content, text(file.get("encoding")).toLowerCase(Locale.ROOT));
    } catch (IOException | IllegalArgumentException e) {
      recipe.note("cloud-config: write_files: " + path + ": " + e.getMessage());
      return;
    }
    // YAML 1.1 reads 0644 as an octal number and cloud-init takes that; 1.2 leaves it a text.
    Object permissions = file.get("permissions");
    String mode =
        permissions instanceof Integer number
            ? Integer.toOctalString(number)
            : permissions == null ? "0644" : text(permissions).replaceFirst("^0o", "0");
    Object owner = file.get("owner");
    recipe.writeFile(
        path,
        content,
        mode,
        owner == null ? "root:root" : text(owner),
        Boolean.TRUE.equals(file.get("append")),
        Boolean.TRUE.equals(file.get("defer")));
  }

  private static byte[] decode(byte[] content, String encoding) throws IOException {
    byte[] bytes =
        encoding.contains("b64") || encoding.contains("base64")
            ? Base64.getMimeDecoder().decode(content)
            : content;
    if (!encoding.startsWith("gz")) {
      return bytes;
    }
    try (GZIPInputStream unzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return unzip.readNBytes(4 << 20);
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
