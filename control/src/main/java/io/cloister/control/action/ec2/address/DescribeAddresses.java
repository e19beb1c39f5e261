package io.cloister.control.action.ec2.address;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.AllocationId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;

/** Describes the caller's Elastic IP addresses. */
final class DescribeAddresses
    implements Action<DescribeAddressesRequest, DescribeAddressesResponse> {
  private static final Filters<Address> FILTERS =
      ShapeFilters.of(
          a -> new AllocationId(a.allocationId()),
          "allocation-id",
          "association-id",
          "domain",
          "instance-id",
          "network-border-group",
          "network-interface-id",
          "network-interface-owner-id",
          "private-ip-address",
          "public-ip");

  @Override
  public Class<DescribeAddressesRequest> request() {
    return DescribeAddressesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AllocationIds", "PublicIps", "Filters");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeAddressesResponse> decide(
      Network network, Caller caller, DescribeAddressesRequest request, Draw draw) {
    return Decision.answer(
        DescribeAddressesResponse.builder()
            .addresses(
                chosen(network, caller, request).stream()
                    .map(e -> shape(network, e))
                    .filter(FILTERS.condition(network, request.filters()))
                    .toList())
            .build());
  }

  private static List<ElasticIp> chosen(
      Network network, Caller caller, DescribeAddressesRequest request) {
    if (request.allocationIds().isEmpty() && request.publicIps().isEmpty()) {
      return Lookups.ALLOCATION.list(network.elasticIps(), caller, List.of());
    }
    Set<ElasticIp> chosen = new LinkedHashSet<>();
    if (!request.allocationIds().isEmpty()) {
      chosen.addAll(Lookups.ALLOCATION.list(network.elasticIps(), caller, request.allocationIds()));
    }
    request.publicIps().forEach(ip -> chosen.add(Addresses.byAddress(network, caller, ip)));
    return chosen.stream().sorted(Comparator.comparing(ElasticIp::id)).toList();
  }

  private static Address shape(Network network, ElasticIp eip) {
    Address.Builder shape =
        Address.builder()
            .allocationId(eip.id().value())
            .publicIp(eip.address().toString())
            .publicIpv4Pool("amazon")
            .domain("vpc")
            .networkBorderGroup(eip.borderGroup())
            .tags(Tagging.of(network, eip.id()));
    eip.association()
        .ifPresent(a -> {
          NetworkInterface eni = network.interfaces().require(a.eni());
          shape
              .associationId(a.id().value())
              .networkInterfaceId(eni.id().value())
              .networkInterfaceOwnerId(eni.scope().account())
              .privateIpAddress(a.privateAddress().toString());
          eni.attachment().ifPresent(t -> shape.instanceId(t.instance().value()));
        });
    return shape.build();
  }
}
