package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.eni.AddressBook;
import io.cloister.control.action.ec2.type.TypeFacts;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many instances a launch makes: as many as asked for, or as many as there is room for, but not
 * fewer than the least (EC2 API reference, {@code RunInstances}).
 */
record LaunchCount(Network network, Caller caller, Draw draw) {

  int of(Launch launch, List<InterfaceSpec> specs) {
    checkType(launch.type(), specs);
    boolean unique =
        specs.stream()
            .anyMatch(s ->
                switch (s) {
                  case InterfaceSpec.Present _ -> true;
                  case InterfaceSpec.Fresh f -> f.wanted().addresses().named();
                });
    if (unique && launch.most() > 1) {
      throw new AwsException(
          "InvalidParameterCombination",
          "Multiple instances may not be launched with one network interface or address: maxCount must be 1");
    }
    long room = launch.most();
    AddressBook book = new AddressBook(network, draw);
    Map<Subnet, Integer> needed =
        specs.stream()
            .filter(InterfaceSpec.Fresh.class::isInstance)
            .map(InterfaceSpec.Fresh.class::cast)
            .collect(
                Collectors.groupingBy(
                    InterfaceSpec::subnet,
                    Collectors.summingInt(s -> s.wanted().addresses().size())));
    for (Map.Entry<Subnet, Integer> each : needed.entrySet()) {
      room = Math.min(room, book.free(each.getKey()) / each.getValue());
      if (room < launch.least()) {
        throw new AwsException(
            "InsufficientFreeAddressesInSubnet",
            "There are not enough free addresses in subnet '%s' to satisfy the requested number of instances."
                .formatted(each.getKey().id()));
      }
    }
    room = Math.min(room, Vcpus.room(network, caller, launch.type(), launch.least()));
    long fresh = specs.stream().filter(InterfaceSpec.Fresh.class::isInstance).count();
    Quotas.of(network, caller)
        .check(
            Quota.INTERFACES_PER_REGION,
            network.interfaces().where(e -> e.scope().equals(caller.scope())).count()
                + fresh * launch.least());
    return (int) room;
  }

  private static void checkType(TypeFacts type, List<InterfaceSpec> specs) {
    if (specs.size() > type.interfaces()) {
      throw new AwsException(
          "AttachmentLimitExceeded",
          "Interface count %d exceeds the limit for %s: it is %d"
              .formatted(specs.size(), type.name(), type.interfaces()));
    }
    for (InterfaceSpec spec : specs) {
      switch (spec) {
        case InterfaceSpec.Present(int _, var eni, var _) ->
            type.checkAddresses(eni.ipv4().size(), eni.ipv6().size());
        case InterfaceSpec.Fresh fresh ->
            type.checkAddresses(
                fresh.wanted().addresses().size(),
                fresh.wanted().addresses().ipv6Size(fresh.subnet()));
      }
    }
  }
}
