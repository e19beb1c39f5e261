package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;

/**
 * Makes an interface that is attached to nothing yet. Prefix delegation and timeouts of connection
 * tracking aren't built: the frame refuses them by name.
 */
final class CreateNetworkInterface
    implements Action<CreateNetworkInterfaceRequest, CreateNetworkInterfaceResponse> {
  @Override
  public Class<CreateNetworkInterfaceRequest> request() {
    return CreateNetworkInterfaceRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "SubnetId",
        "Description",
        "Groups",
        "PrivateIpAddress",
        "PrivateIpAddresses",
        "SecondaryPrivateIpAddressCount",
        "Ipv6Addresses.Ipv6Address",
        "Ipv6AddressCount",
        "TagSpecifications");
  }

  @Override
  public Decision<CreateNetworkInterfaceResponse> decide(
      Network network, Caller caller, CreateNetworkInterfaceRequest request, Draw draw) {
    SortedMap<String, String> tags =
        Tagging.given(request.tagSpecifications(), "network-interface");
    Subnet subnet = Lookups.SUBNET.get(network.subnets(), caller, request.subnetId());
    NewInterface wanted =
        new NewInterface(
            subnet,
            Objects.requireNonNullElse(request.description(), ""),
            Groups.forInterface(
                network, caller, subnet.vpc(), subnet.id().value(), request.groups(), List.of()),
            AddressWish.read(
                request.privateIpAddress(),
                request.privateIpAddresses(),
                request.secondaryPrivateIpAddressCount(),
                request.ipv6Addresses(),
                request.ipv6AddressCount()));
    checkCount(network, caller, 1);
    NetworkInterface eni = wanted.make(draw, new AddressBook(network, draw));
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(eni));
    changes.addAll(Tagging.changes(eni.id(), tags));
    return new Decision<>(
        changes,
        CreateNetworkInterfaceResponse.builder()
            .networkInterface(InterfaceShapes.of(network.apply(changes), eni))
            .clientToken(request.clientToken())
            .build());
  }

  /** Refuses more interfaces than the caller's region may have. */
  static void checkCount(Network network, Caller caller, int more) {
    Quotas.of(network, caller)
        .check(
            Quota.INTERFACES_PER_REGION,
            network.interfaces().where(e -> e.scope().equals(caller.scope())).count() + more);
  }
}
