package io.cloister.dataplane.linux.sandbox.userdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects what user data asks for and puts it in the order in which cloud-init does it: at each
 * boot boothooks and {@code bootcmd}; then, at the first, files, packages, deferred files, {@code
 * runcmd}, and the scripts in their own order.
 */
final class Recipe {
  private static final String HEAD =
      """
      # Made from the user data of this instance, which lies beside as user-data.txt.
      here=/var/lib/cloud/instance
      note() {
        echo "cloister: $*"
      }
      run() {
        "$here/$1"
        code=$?
        [ $code -eq 0 ] || note "$1 of the user data ended with exit code $code"
      }
      put() { # FILE PATH MODE OWNER APPEND
        mkdir -p "${2%/*}/" || return
        if $5; then cat "$here/$1" >>"$2"; else cat "$here/$1" >"$2"; fi || return
        chown "$4" "$2"
        chmod "$3" "$2"
      }
      package() {
        case $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) in
          *installed) note "package $1 is there" ;;
          *) note "package $1 is missing: install it on the machine that runs cloister" ;;
        esac
      }
      """;

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> everyBoot = new ArrayList<>();
  private final List<String> writes = new ArrayList<>();
  private final List<String> packages = new ArrayList<>();
  private final List<String> deferred = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private final List<String> scripts = new ArrayList<>();

  /** Keeps the user data itself, where programs look for it. */
  void keep(byte[] data) {
    files.put("user-data.txt", data);
  }

  /** Something that its owner should know. */
  void note(String text) {
    notes.add("note " + quote(text.replace('\n', ' ')));
  }

  void script(byte[] content) {
    String name = "scripts/part-%03d".formatted(scripts.size() + 1);
    files.put(name, content);
    scripts.add("run " + name);
  }

  void everyBoot(byte[] content) {
    String name = "boothooks/part-%03d".formatted(everyBoot.size() + 1);
    files.put(name, content);
    everyBoot.add("run " + name);
  }

  /** A line of shell. */
  void runCommand(String line) {
    commands.add(line);
  }

  void needPackage(String name) {
    packages.add("package " + quote(name));
  }

  void writeFile(
      String path, byte[] content, String mode, String owner, boolean append, boolean defer) {
    String name = "files/part-%03d".formatted(writes.size() + deferred.size() + 1);
    files.put(name, content);
    (defer ? deferred : writes)
        .add("put %s %s %s %s %s".formatted(name, quote(path), quote(mode), quote(owner), append));
  }

  Boot boot() {
    List<String> first = new ArrayList<>(notes);
    first.addAll(writes);
    first.addAll(packages);
    first.addAll(deferred);
    if (!commands.isEmpty()) {
      String script = "#!/bin/sh\n" + String.join("\n", commands) + "\n";
      files.put("scripts/runcmd", script.getBytes(StandardCharsets.UTF_8));
      first.add("run scripts/runcmd");
    }
    first.addAll(scripts);
    String text =
        "%s\ncase $1 in\n  every)\n    :\n%s    ;;\n  first)\n    :\n%s    ;;\nesac\n"
            .formatted(HEAD, indented(everyBoot), indented(first));
    files.put("boot", text.getBytes(StandardCharsets.UTF_8));
    return new Boot(files);
  }

  private static String indented(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
    return text.toString();
  }

  /** The text as one word of a shell. */
  static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
