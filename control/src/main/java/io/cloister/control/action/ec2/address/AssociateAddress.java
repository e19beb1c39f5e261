package io.cloister.control.action.ec2.address;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;

/**
 * Gives a private address of an interface an Elastic IP address. What it had before goes: another
 * Elastic one stays the caller's, a lent one returns to the pool.
 */
final class AssociateAddress implements Action<AssociateAddressRequest, AssociateAddressResponse> {
  private final PublicPool pool;

  AssociateAddress(PublicPool pool) {
    this.pool = pool;
  }

  @Override
  public Class<AssociateAddressRequest> request() {
    return AssociateAddressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "AllocationId",
        "PublicIp",
        "InstanceId",
        "NetworkInterfaceId",
        "PrivateIpAddress",
        "AllowReassociation");
  }

  @Override
  public Decision<AssociateAddressResponse> decide(
      Network network, Caller caller, AssociateAddressRequest request, Draw draw) {
    ElasticIp eip = Addresses.one(network, caller, request.allocationId(), request.publicIp());
    NetworkInterface eni = target(network, caller, request);
    IpAddress address = privateAddress(eni, request);
    Optional<ElasticIp> had = Associations.of(network, eni, address);
    if (had.filter(e -> e.id().equals(eip.id())).isPresent()) {
      return Decision.answer(answer(eip));
    }
    if (network.internetGateways().where(g -> attached(g, eni)).findAny().isEmpty()) {
      throw new AwsException(
          "Gateway.NotAttached",
          "Network %s is not attached to any internet gateway".formatted(eni.vpc()));
    }
    if (Boolean.FALSE.equals(request.allowReassociation())) {
      refuseReassociation(eip);
      had.ifPresent(AssociateAddress::refuseReassociation);
    }
    List<Change> changes = new ArrayList<>();
    had.ifPresent(e -> changes.add(new Change.Put(e.free())));
    List<PrivateIpv4> kept =
        eni.ipv4().stream()
            .map(a -> a.address().equals(address) ? new PrivateIpv4(address, Optional.empty()) : a)
            .toList();
    if (!kept.equals(eni.ipv4())) {
      changes.add(new Change.Put(eni.withAddresses(kept, eni.ipv6())));
    }
    ElasticIp associated =
        eip.associated(
            new ElasticIp.Association(
                new EipAssociationId(draw.id(EipAssociationId.PREFIX)), eni.id(), address));
    changes.add(new Change.Put(associated));
    changes.addAll(lentBack(network.apply(changes), eip, eni, draw));
    return new Decision<>(changes, answer(associated));
  }

  /**
   * What the instance is lent again that the address is taken from, as when it is disassociated.
   */
  private List<Change> lentBack(
      Network after, ElasticIp before, NetworkInterface target, Draw draw) {
    return before
        .association()
        .filter(a -> !a.eni().equals(target.id()))
        .map(a ->
            Lending.back(after, after.interfaces().require(a.eni()), pool.drawing(after, draw)))
        .orElse(List.of());
  }

  private static AssociateAddressResponse answer(ElasticIp eip) {
    return AssociateAddressResponse.builder()
        .associationId(eip.association().map(a -> a.id().value()).orElse(null))
        .build();
  }

  private static void refuseReassociation(ElasticIp eip) {
    eip.association()
        .ifPresent(a -> {
          throw new AwsException(
              "Resource.AlreadyAssociated",
              "resource %s is already associated with associate-id %s".formatted(eip.id(), a.id()));
        });
  }

  private static boolean attached(InternetGateway gateway, NetworkInterface eni) {
    return gateway.vpc().filter(eni.vpc()::equals).isPresent();
  }

  private static NetworkInterface target(
      Network network, Caller caller, AssociateAddressRequest request) {
    if (request.instanceId() != null && request.networkInterfaceId() != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "You may specify an instance ID or a network interface ID, but not both in the same call");
    }
    if (request.networkInterfaceId() != null) {
      return Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId());
    }
    if (request.instanceId() == null) {
      throw new AwsException(
          "MissingParameter", "Either instance ID or network interface id must be specified");
    }
    Instance instance = Lookups.INSTANCE.get(network.instances(), caller, request.instanceId());
    if (instance.state() == Instance.State.PENDING || instance.state().ended()) {
      throw new AwsException(
          "InvalidInstanceID",
          "The %s instance '%s' is not in a valid state for this operation."
              .formatted(instance.state().text(), instance.id()));
    }
    List<NetworkInterface> attached =
        network.index().interfaces(instance.id()).map(network.interfaces()::require).toList();
    if (attached.size() > 1) {
      throw new AwsException(
          "InvalidInstanceID",
          "There are multiple interfaces attached to instance '%s'. Please specify an interface ID for the operation instead."
              .formatted(instance.id()));
    }
    return attached.getFirst();
  }

  private static IpAddress privateAddress(NetworkInterface eni, AssociateAddressRequest request) {
    String text = request.privateIpAddress();
    return text == null
        ? eni.primary()
        : eni.ipv4().stream()
            .map(PrivateIpv4::address)
            .filter(a -> a.toString().equals(text))
            .findFirst()
            .orElseThrow(() ->
                new AwsException(
                    "InvalidParameterValue",
                    "The private IP address %s is not assigned to network interface %s"
                        .formatted(text, eni.id())));
  }
}
