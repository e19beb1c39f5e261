package io.cloister.dataplane.host;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.model.id.InstanceId;
import io.cloister.model.ip.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** What waits to be done for one lead, or for several at once. For one thread at a time. */
final class Work {
  /** Namespaces that differ. */
  final SortedSet<NamespaceName> names = new TreeSet<>();

  /** Whose connections end, by the namespaces that may track them. */
  final SortedMap<NamespaceName, SortedSet<IpAddress>> forget = new TreeMap<>();

  /** Instances that differ. */
  final SortedSet<InstanceId> instances = new TreeSet<>();

  /** Who waits for it. */
  final List<CompletableFuture<Boolean>> waiting = new ArrayList<>();

  boolean isEmpty() {
    return names.isEmpty() && forget.isEmpty() && instances.isEmpty() && waiting.isEmpty();
  }

  /** Whether the kernel has nothing to do with it. */
  boolean isIdle() {
    return names.isEmpty() && forget.isEmpty();
  }

  void forget(NamespaceName namespace, SortedSet<IpAddress> addresses) {
    forget.computeIfAbsent(namespace, _ -> new TreeSet<>()).addAll(addresses);
  }

  void add(Work other) {
    names.addAll(other.names);
    other.forget.forEach(this::forget);
    instances.addAll(other.instances);
    waiting.addAll(other.waiting);
  }

  /** What has to be done again: all but those who have been told that it failed. */
  Work owed() {
    Work owed = new Work();
    owed.add(this);
    owed.waiting.clear();
    return owed;
  }
}
