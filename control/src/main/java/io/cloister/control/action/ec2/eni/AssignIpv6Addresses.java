package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesResponse;

/** Gives an interface IPv6 addresses of its subnet's block: any, or named ones. */
final class AssignIpv6Addresses
    implements Action<AssignIpv6AddressesRequest, AssignIpv6AddressesResponse> {
  @Override
  public Class<AssignIpv6AddressesRequest> request() {
    return AssignIpv6AddressesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkInterfaceId", "Ipv6Addresses", "Ipv6AddressCount");
  }

  @Override
  public Decision<AssignIpv6AddressesResponse> decide(
      Network network, Caller caller, AssignIpv6AddressesRequest request, Draw draw) {
    NetworkInterface eni =
        Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    Attachments.refuseManaged(eni);
    int count =
        Assignments.count(
            request.ipv6Addresses(),
            request.ipv6AddressCount(),
            "ipv6Addresses",
            "ipv6AddressCount");
    Subnet subnet = network.subnets().require(eni.subnet());
    AddressBook book = new AddressBook(network, draw);
    List<IpAddress> added = new ArrayList<>();
    for (String text : request.ipv6Addresses()) {
      IpAddress address = AddressWish.address(text, Family.IPV6);
      if (!eni.ipv6().contains(address) && !added.contains(address)) {
        added.add(book.take(subnet, address));
      }
    }
    for (int i = 0; i < count; i++) {
      added.add(book.drawIpv6(subnet));
    }
    List<IpAddress> all = new ArrayList<>(eni.ipv6());
    all.addAll(added);
    Assignments.checkLimit(network, eni, eni.ipv4().size(), all.size());
    return new Decision<>(
        added.isEmpty() ? List.of() : List.of(new Change.Put(eni.withAddresses(eni.ipv4(), all))),
        AssignIpv6AddressesResponse.builder()
            .networkInterfaceId(eni.id().value())
            .assignedIpv6Addresses(added.stream().map(IpAddress::toString).toList())
            .assignedIpv6Prefixes(List.of())
            .build());
  }
}
