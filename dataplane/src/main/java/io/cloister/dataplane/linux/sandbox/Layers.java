package io.cloister.dataplane.linux.sandbox;

import io.cloister.model.ip.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The disks of sandboxes: what each has written over the common image, kept while it is stopped.
 *
 * <p>A layer belongs to its sandbox from the moment it first runs. Nothing is written into it from
 * outside after that: somebody inside could have put a symbolic link where the server writes as
 * root.
 */
record Layers(Path directory, Identity identity) {

  /**
   * Where the layer of a sandbox is or would be: {@code upper} over the image's root, {@code usr}
   * over the machine's /usr, and overlayfs's working directories.
   */
  Path of(SandboxId id) {
    return directory.resolve(id.value());
  }

  /** Makes the layer of a sandbox that has none yet. It is there whole or not at all. */
  void make(SandboxSpec spec, Optional<Image> copied) throws IOException {
    Path layer = of(spec.id());
    if (Files.isDirectory(layer)) {
      return;
    }
    Path fresh = directory.resolve(".new-" + spec.id());
    Trees.delete(fresh);
    Path upper = fresh.resolve("upper");
    for (String name : List.of("work", "usr", "usr.work")) {
      Files.createDirectories(fresh.resolve(name));
    }
    if (copied.isPresent()) {
      Trees.copy(copied.get().root(), upper);
      Trees.copy(copied.get().commands(), fresh.resolve("local"));
    }
    Path etc = Files.createDirectories(upper.resolve("etc"));
    Files.writeString(etc.resolve("hostname"), spec.hostname() + "\n");
    Files.writeString(etc.resolve("hosts"), hosts(spec));
    Files.writeString(etc.resolve("resolv.conf"), resolvers(spec));
    if (!spec.boot().files().isEmpty()) {
      Path instance = Files.createDirectories(upper.resolve("var/lib/cloud/instance"));
      for (Map.Entry<String, byte[]> file : spec.boot().files().entrySet()) {
        Path path = instance.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
        Files.setAttribute(path, "unix:mode", 0700);
      }
    }
    Trees.own(fresh, identity.base());
    Files.move(fresh, layer, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets what a sandbox has written. It must have ended. */
  void delete(SandboxId id) throws IOException {
    Trees.delete(of(id));
  }

  private static String hosts(SandboxSpec spec) {
    StringBuilder text =
        new StringBuilder(
            """
            127.0.0.1 localhost
            ::1 localhost ip6-localhost ip6-loopback
            """);
    for (IpAddress address : spec.addresses()) {
      text.append(address).append(' ').append(spec.hostname()).append('\n');
    }
    return text.toString();
  }

  private static String resolvers(SandboxSpec spec) {
    StringBuilder text = new StringBuilder();
    for (IpAddress resolver : spec.resolvers()) {
      text.append("nameserver ").append(resolver).append('\n');
    }
    return text.toString();
  }
}
