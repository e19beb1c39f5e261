package io.cloister.dataplane.linux.netns;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.linux.system.Linux;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The network namespaces of one server. Of those that are in use a bounded number stays open (up to
 * three descriptors each); the longest unused one is closed first and opened again when needed.
 */
public final class Namespaces implements AutoCloseable {
  private static final int OPEN = 256;
  private final NamespaceDirectory directory;
  private final NamespaceThread thread = new NamespaceThread();
  private final Map<NamespaceName, NamespaceHandle> handles = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param directory a directory that is ours alone; made if need be, on a file system that files
   *     can be made and mounts be put on, such as {@code /run/cloister/4566/netns}
   */
  public Namespaces(Path directory) {
    this.directory = new NamespaceDirectory(directory);
  }

  /** Those that are there, by name. */
  public NavigableSet<NamespaceName> list() {
    return directory.list();
  }

  /** The file that stands for a namespace, for programs that are to be started in it. */
  public Path file(NamespaceName name) {
    return directory.file(name);
  }

  /** Makes a namespace that isn't there. */
  public void create(NamespaceName name) {
    forget(name);
    thread.create(directory.place(name));
  }

  /** Removes a namespace, if it is there. */
  public void delete(NamespaceName name) {
    forget(name);
    directory.remove(name);
  }

  /**
   * Uses an open namespace, as the only one for the time.
   *
   * @throws io.cloister.dataplane.linux.system.SystemException when it isn't there
   */
  public <T> T with(NamespaceName name, Function<NamespaceHandle, T> action) {
    while (true) {
      NamespaceHandle handle;
      synchronized (handles) {
        handle = handles.get(name);
        if (handle == null) {
          makeRoom();
          handle = new NamespaceHandle(name, directory.file(name), thread);
          handles.put(name, handle);
        }
      }
      handle.lock.lock();
      try {
        if (!handle.isClosed()) {
          return action.apply(handle);
        }
      } finally {
        handle.lock.unlock();
      }
    }
  }

  /** Lends a descriptor of a namespace, without waiting for whoever uses it. */
  public <T> T descriptor(NamespaceName name, IntFunction<T> action) {
    int fd = Linux.open(directory.file(name));
    try {
      return action.apply(fd);
    } finally {
      Linux.close(fd);
    }
  }

  /** Forgets what is open of a namespace, after it was found to be another than before. */
  public void forget(NamespaceName name) {
    NamespaceHandle handle;
    synchronized (handles) {
      handle = handles.remove(name);
    }
    if (handle != null) {
      close(handle);
    }
  }

  private void makeRoom() {
    Iterator<NamespaceHandle> eldest = handles.values().iterator();
    while (handles.size() >= OPEN && eldest.hasNext()) {
      NamespaceHandle handle = eldest.next();
      if (!handle.lock.isHeldByCurrentThread() && handle.lock.tryLock()) {
        try {
          handle.close();
        } finally {
          handle.lock.unlock();
        }
        eldest.remove();
      }
    }
  }

  private static void close(NamespaceHandle handle) {
    handle.lock.lock();
    try {
      if (!handle.isClosed()) {
        handle.close();
      }
    } finally {
      handle.lock.unlock();
    }
  }

  /** Removes all namespaces and the directory. */
  public void destroy() {
    list().forEach(this::delete);
    directory.destroy();
  }

  /** Closes what is open; the namespaces stay. */
  @Override
  public void close() {
    synchronized (handles) {
      handles.values().forEach(Namespaces::close);
      handles.clear();
    }
    thread.close();
  }
}
