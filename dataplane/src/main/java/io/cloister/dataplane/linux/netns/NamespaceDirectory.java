package io.cloister.dataplane.linux.netns;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.linux.system.Errno;
import io.cloister.dataplane.linux.system.Linux;
import io.cloister.dataplane.linux.system.SystemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A directory of ours whose files are network namespaces, as {@code ip netns} keeps them: each file
 * is the place of a bind mount that keeps the namespace alive without a process in it. What isn't
 * in the directory isn't ours.
 */
final class NamespaceDirectory {
  private final Path directory;

  /** Makes the directory and a mount of its own if need be; adopts what is there. */
  NamespaceDirectory(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    share();
  }

  /**
   * Shared, so that an unmount reaches the copies that other mount namespaces have made; else a
   * namespace that we removed would live on in them.
   */
  private void share() {
    try {
      Linux.mount(Path.of(""), directory, Linux.MS_SHARED | Linux.MS_REC);
    } catch (SystemException e) {
      if (e.errno() != Errno.EINVAL) {
        throw e;
      }
      Linux.mount(directory, directory, Linux.MS_BIND | Linux.MS_REC);
      Linux.mount(Path.of(""), directory, Linux.MS_SHARED | Linux.MS_REC);
    }
  }

  Path file(NamespaceName name) {
    return directory.resolve(name.text());
  }

  /** The namespaces; a file that a crash left without its mount is removed. */
  NavigableSet<NamespaceName> list() {
    NavigableSet<NamespaceName> names = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      Object device = Files.getAttribute(directory, "unix:dev");
      for (Path file : files) {
        if (Files.getAttribute(file, "unix:dev").equals(device)) {
          Files.deleteIfExists(file);
        } else {
          names.add(new NamespaceName(String.valueOf(file.getFileName())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** Makes the place of a namespace that isn't there. */
  Path place(NamespaceName name) {
    try {
      return Files.createFile(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a namespace; it ends when nobody is in it any more. */
  void remove(NamespaceName name) {
    try {
      Linux.unmount(file(name));
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the directory, which is empty. */
  void destroy() {
    try {
      Linux.unmount(directory);
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
