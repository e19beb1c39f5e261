package io.cloister.app.admin;

import io.cloister.control.store.Store;
import io.cloister.dataplane.DataPlane;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a server is doing.
 *
 * @param server what stays the same while it runs
 * @param sequence the number of the last change
 * @param accounts that have written anything
 * @param vpcs in all accounts and regions
 * @param instances by AWS's name of their state
 * @param namespaces network namespaces in the kernel
 * @param sandboxes instances that really run
 * @param pending versions of the network that are not in the kernel yet
 * @param troubles what the kernel refuses; empty when all is well
 */
public record Status(
    ServerFacts server,
    long sequence,
    int accounts,
    int vpcs,
    Map<String, Integer> instances,
    int namespaces,
    int sandboxes,
    int pending,
    List<String> troubles) {
  static Status of(ServerFacts facts, Store store, DataPlane dataPlane) {
    Network network = store.network();
    Map<String, Integer> instances = new TreeMap<>();
    for (Instance instance : network.instances()) {
      instances.merge(instance.state().text(), 1, Integer::sum);
    }
    List<String> accounts = new ArrayList<>();
    network.opened().forEach((scope, _) -> accounts.add(account(scope)));
    DataPlane.Health health = dataPlane.health();
    return new Status(
        facts,
        store.sequence(),
        (int) accounts.stream().distinct().count(),
        network.vpcs().size(),
        instances,
        health.namespaces(),
        health.instances(),
        health.pending(),
        health.troubles());
  }

  private static String account(Scope scope) {
    return scope.partition() + " " + scope.account();
  }
}
