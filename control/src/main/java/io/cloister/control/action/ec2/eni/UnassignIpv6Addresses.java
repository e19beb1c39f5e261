package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.UnassignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignIpv6AddressesResponse;

/** Takes IPv6 addresses from an interface. */
final class UnassignIpv6Addresses
    implements Action<UnassignIpv6AddressesRequest, UnassignIpv6AddressesResponse> {
  @Override
  public Class<UnassignIpv6AddressesRequest> request() {
    return UnassignIpv6AddressesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkInterfaceId", "Ipv6Addresses");
  }

  @Override
  public Decision<UnassignIpv6AddressesResponse> decide(
      Network network, Caller caller, UnassignIpv6AddressesRequest request, Draw draw) {
    NetworkInterface eni =
        Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    Attachments.refuseManaged(eni);
    List<IpAddress> gone =
        request.ipv6Addresses().stream()
            .map(text -> AddressWish.address(text, Family.IPV6))
            .distinct()
            .toList();
    if (gone.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter ipv6Addresses");
    }
    List<IpAddress> unknown = gone.stream().filter(a -> !eni.ipv6().contains(a)).toList();
    if (!unknown.isEmpty()) {
      throw Assignments.notAssigned(eni, unknown);
    }
    return Decision.of(
        UnassignIpv6AddressesResponse.builder()
            .networkInterfaceId(eni.id().value())
            .unassignedIpv6Addresses(gone.stream().map(IpAddress::toString).toList())
            .unassignedIpv6Prefixes(List.of())
            .build(),
        new Change.Put(
            eni.withAddresses(
                eni.ipv4(), eni.ipv6().stream().filter(a -> !gone.contains(a)).toList())));
  }
}
