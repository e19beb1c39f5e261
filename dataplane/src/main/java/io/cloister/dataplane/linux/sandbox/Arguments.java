package io.cloister.dataplane.linux.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines that {@code start.pl} reads: what to prepare, and bubblewrap's arguments. */
final class Arguments {
  /** What root inside may do beyond an ordinary user, all of it only to what its own ids own. */
  private static final List<String> CAPABILITIES =
      List.of(
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "SETGID",
          "SETUID",
          "SETPCAP",
          "SYS_CHROOT");

  private final List<String> lines = new ArrayList<>();

  Arguments set(String key, Object value) {
    String text = value.toString();
    if (text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(key + " has a line break: " + text);
    }
    lines.add(key + " " + text);
    return this;
  }

  /** Shows a file or directory of the server at a path of the sandbox's {@code /run/cloister}. */
  Arguments show(String name, Path file, String how) {
    set("bind", "/" + name + " " + file);
    return wrap(how, "/" + name, "/run/cloister/" + name);
  }

  Arguments wrap(String... arguments) {
    for (String argument : arguments) {
      set("arg", argument);
    }
    return this;
  }

  /** What every sandbox gets over its root: namespaces, capabilities, file systems of its own. */
  Arguments wrapCommon(SandboxSpec spec) {
    wrap("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--hostname", spec.hostname());
    wrap(
        "--proc", "/proc", "--dev", "/dev", "--symlink", "/run/cloister/console.0", "/dev/console");
    String tmp = Long.toString(spec.limits().tmp());
    wrap("--perms", "1777", "--size", tmp, "--tmpfs", "/tmp");
    wrap("--perms", "1777", "--size", tmp, "--tmpfs", "/dev/shm");
    wrap("--size", "16777216", "--tmpfs", "/run", "--perms", "1777", "--dir", "/run/lock");
    wrap("--cap-drop", "ALL", "--chdir", "/");
    for (String capability : CAPABILITIES) {
      wrap("--cap-add", "CAP_" + capability);
    }
    return this;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
