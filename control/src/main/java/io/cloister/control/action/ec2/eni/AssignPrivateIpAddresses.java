package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesResponse;
import software.amazon.awssdk.services.ec2.model.AssignedPrivateIpAddress;

/**
 * Gives an interface secondary addresses: any, or named ones, even another interface's secondary
 * ones when reassignment is allowed; an Elastic IP address moves with its private one.
 */
final class AssignPrivateIpAddresses
    implements Action<AssignPrivateIpAddressesRequest, AssignPrivateIpAddressesResponse> {
  @Override
  public Class<AssignPrivateIpAddressesRequest> request() {
    return AssignPrivateIpAddressesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "NetworkInterfaceId",
        "PrivateIpAddresses",
        "SecondaryPrivateIpAddressCount",
        "AllowReassignment");
  }

  @Override
  public Decision<AssignPrivateIpAddressesResponse> decide(
      Network network, Caller caller, AssignPrivateIpAddressesRequest request, Draw draw) {
    NetworkInterface eni =
        Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    Attachments.refuseManaged(eni);
    int count =
        Assignments.count(
            request.privateIpAddresses(),
            request.secondaryPrivateIpAddressCount(),
            "privateIpAddresses",
            "secondaryPrivateIpAddressCount");
    Subnet subnet = network.subnets().require(eni.subnet());
    AddressBook book = new AddressBook(network, draw);
    List<Change> changes = new ArrayList<>();
    List<IpAddress> added = new ArrayList<>();
    for (IpAddress address :
        request.privateIpAddresses().stream()
            .map(text -> AddressWish.address(text, Family.IPV4))
            .distinct()
            .filter(a -> eni.addresses().noneMatch(a::equals))
            .toList()) {
      if (Boolean.TRUE.equals(request.allowReassignment())) {
        holder(network.apply(changes), eni, address)
            .ifPresent(other -> {
              changes.addAll(moved(network, other, eni, address));
              book.give(subnet, address);
            });
      }
      added.add(book.take(subnet, address));
    }
    for (int i = 0; i < count; i++) {
      added.add(book.draw(subnet));
    }
    List<PrivateIpv4> all = new ArrayList<>(eni.ipv4());
    added.forEach(a -> all.add(new PrivateIpv4(a, Optional.empty())));
    Assignments.checkLimit(network, eni, all.size(), eni.ipv6().size());
    if (!added.isEmpty()) {
      // Before the Elastic IP addresses that move to it: at every step an association's private
      // address is one of its interface's.
      changes.add(0, new Change.Put(eni.withAddresses(all, eni.ipv6())));
    }
    return new Decision<>(
        changes,
        AssignPrivateIpAddressesResponse.builder()
            .networkInterfaceId(eni.id().value())
            .assignedPrivateIpAddresses(
                added.stream()
                    .map(a ->
                        AssignedPrivateIpAddress.builder().privateIpAddress(a.toString()).build())
                    .toList())
            .assignedIpv4Prefixes(List.of())
            .build());
  }

  private static Optional<NetworkInterface> holder(
      Network network, NetworkInterface eni, IpAddress address) {
    return network
        .index()
        .interfaces(eni.subnet())
        .map(network.interfaces()::require)
        .filter(e -> e.addresses().anyMatch(address::equals))
        .findFirst();
  }

  private static List<Change> moved(
      Network network, NetworkInterface from, NetworkInterface to, IpAddress address) {
    if (from.primary().equals(address)) {
      throw new AwsException(
          "InvalidParameterValue",
          "The primary private IP address %s of %s can't be reassigned"
              .formatted(address, from.id()));
    }
    Attachments.refuseManaged(from);
    List<Change> changes = new ArrayList<>();
    for (ElasticIp eip : Associations.of(network, from, address).stream().toList()) {
      eip.association()
          .ifPresent(a ->
              changes.add(
                  new Change.Put(
                      eip.associated(new ElasticIp.Association(a.id(), to.id(), address)))));
    }
    changes.add(new Change.Put(without(from, List.of(address))));
    return changes;
  }

  /** An interface without some of its secondary addresses. */
  static NetworkInterface without(NetworkInterface eni, List<IpAddress> gone) {
    return eni.withAddresses(
        eni.ipv4().stream().filter(a -> !gone.contains(a.address())).toList(), eni.ipv6());
  }
}
