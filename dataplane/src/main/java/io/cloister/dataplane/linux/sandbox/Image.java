package io.cloister.dataplane.linux.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The file tree that all sandboxes of a server start from, below their own layers: the directories
 * of a small Debian machine and, from this machine's /etc, a named list of what everybody may read.
 * Its programs are this machine's /usr, which is not copied.
 *
 * @param root the lower layer of {@code /}
 * @param commands a layer that lies over this machine's /usr: commands that mean something else
 *     here
 */
record Image(Path root, Path commands) {

  /** What sandboxes see of this machine's /etc. Nothing that names its users, keys or services. */
  private static final List<String> ETC =
      List.of(
          "adduser.conf alternatives bash.bashrc bash_completion.d ca-certificates.conf",
          "debian_version deluser.conf dpkg ethertypes fonts gai.conf host.conf init.d inputrc iproute2",
          "issue issue.net java-17-openjdk java-21-openjdk java-25-openjdk ld.so.cache ld.so.conf",
          "ld.so.conf.d locale.alias localtime login.defs magic magic.mime mime.types netconfig",
          "networks nsswitch.conf os-release pam.conf pam.d perl profile profile.d protocols",
          "python3 python3.11 python3.12 python3.13 rpc security services shells skel ssl terminfo",
          "timezone vim xattr.conf apache2 haproxy lighttpd nginx");

  private static final List<String> DIRECTORIES =
      List.of(
          "boot etc home home/ec2-user media mnt opt srv sys var var/cache var/lib var/lib/cloud",
          "var/lib/cloud/instance var/log var/mail var/opt var/spool var/www usr dev proc run");

  private static final String PASSWD =
      """
      root:x:0:0:root:/root:/bin/bash
      ec2-user:x:1000:1000:EC2 Default User:/home/ec2-user:/bin/bash
      """;

  /** Commands that mean something else here than on the machine, by the script that they are. */
  private static final Map<String, String> COMMANDS =
      Map.of(
          "power.sh", "sbin/poweroff sbin/shutdown sbin/halt sbin/reboot",
          "packages.sh", "bin/apt bin/apt-get bin/dnf bin/yum",
          "services.sh", "bin/systemctl");

  static Image in(Path directory) {
    return new Image(directory.resolve("root"), directory.resolve("commands"));
  }

  /** Makes the tree in an empty directory. */
  static Image make(Path directory, Identity identity) throws IOException {
    Image image = in(directory);
    for (String line : DIRECTORIES) {
      for (String name : line.split(" ", -1)) {
        Files.createDirectories(image.root.resolve(name));
      }
    }
    for (String name : List.of("tmp", "var/tmp", "root")) {
      Files.createDirectories(image.root.resolve(name));
      permit(image.root.resolve(name), name.equals("root") ? 0700 : 01777);
    }
    Files.createSymbolicLink(image.root.resolve("var/run"), Path.of("/run"));
    Files.createSymbolicLink(image.root.resolve("var/lock"), Path.of("/run/lock"));
    for (String name : List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32")) {
      if (Files.isDirectory(Path.of("/usr", name))) {
        Files.createSymbolicLink(image.root.resolve(name), Path.of("usr", name));
      }
    }
    for (String line : ETC) {
      for (String name : line.split(" ", -1)) {
        Trees.copyPublic(Path.of("/etc", name), image.root.resolve("etc").resolve(name));
      }
    }
    Path dpkg = Files.createDirectories(image.root.resolve("var/lib/dpkg"));
    for (String name : List.of("status", "info/format")) {
      Files.createDirectories(dpkg.resolve("info"));
      Trees.copyPublic(Path.of("/var/lib/dpkg", name), dpkg.resolve(name));
    }
    Path etc = image.root.resolve("etc");
    Files.createSymbolicLink(etc.resolve("mtab"), Path.of("/proc/self/mounts"));
    Files.writeString(etc.resolve("passwd"), PASSWD + systemAccounts("/etc/passwd"));
    Files.writeString(
        etc.resolve("group"), "root:x:0:\nec2-user:x:1000:\n" + systemAccounts("/etc/group"));
    Files.writeString(etc.resolve("shadow"), "root:*:19000:0:99999:7:::\n");
    permit(etc.resolve("shadow"), 0600);
    for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
      byte[] script = Starter.resource(command.getKey());
      for (String name : command.getValue().split(" ", -1)) {
        Path file = image.commands.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, script);
        permit(file, 0755);
      }
    }
    Trees.own(image.root, identity.base());
    Trees.own(image.commands, identity.base());
    return image;
  }

  /** The accounts of programs, which packages make; those of people stay outside. */
  private static String systemAccounts(String file) throws IOException {
    StringBuilder kept = new StringBuilder();
    for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
      String[] fields = line.split(":", -1);
      if (fields.length > 3 && fields[2].matches("\\d{1,5}")) {
        int id = Integer.parseInt(fields[2]);
        if ((id > 0 && id < 1000) || id == 65_534) {
          boolean group = fields.length == 4;
          kept.append(group ? fields[0] + ":x:" + id + ":" : line).append('\n');
        }
      }
    }
    return kept.toString();
  }

  private static void permit(Path path, int mode) throws IOException {
    Files.setAttribute(path, "unix:mode", mode);
  }
}
