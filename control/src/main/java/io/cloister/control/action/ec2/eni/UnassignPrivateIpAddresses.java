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
import io.cloister.model.vpc.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateIpAddressesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateIpAddressesResponse;

/** Takes secondary addresses from an interface; their Elastic IP addresses are set free. */
final class UnassignPrivateIpAddresses
    implements Action<UnassignPrivateIpAddressesRequest, UnassignPrivateIpAddressesResponse> {
  @Override
  public Class<UnassignPrivateIpAddressesRequest> request() {
    return UnassignPrivateIpAddressesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkInterfaceId", "PrivateIpAddresses");
  }

  @Override
  public Decision<UnassignPrivateIpAddressesResponse> decide(
      Network network, Caller caller, UnassignPrivateIpAddressesRequest request, Draw draw) {
    NetworkInterface eni =
        Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    Attachments.refuseManaged(eni);
    List<IpAddress> gone =
        request.privateIpAddresses().stream()
            .map(text -> AddressWish.address(text, Family.IPV4))
            .distinct()
            .toList();
    if (gone.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter privateIpAddresses");
    }
    List<IpAddress> has = eni.ipv4().stream().map(NetworkInterface.PrivateIpv4::address).toList();
    List<IpAddress> unknown = gone.stream().filter(a -> !has.contains(a)).toList();
    if (!unknown.isEmpty()) {
      throw Assignments.notAssigned(eni, unknown);
    }
    if (gone.contains(eni.primary())) {
      throw new AwsException(
          "InvalidParameterValue",
          "The primary private IP address %s of %s can't be unassigned"
              .formatted(eni.primary(), eni.id()));
    }
    List<Change> changes = new ArrayList<>();
    for (IpAddress address : gone) {
      Associations.of(network, eni, address)
          .ifPresent(eip -> changes.add(new Change.Put(eip.free())));
    }
    changes.add(new Change.Put(AssignPrivateIpAddresses.without(eni, gone)));
    return new Decision<>(changes, UnassignPrivateIpAddressesResponse.builder().build());
  }
}
