package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Describes interfaces, by id and by filters. */
final class DescribeNetworkInterfaces
    implements Action<DescribeNetworkInterfacesRequest, DescribeNetworkInterfacesResponse> {
  private static final int LEAST = 5;

  /** The filters, all that AWS documents. */
  static final Filters<NetworkInterface> FILTERS =
      ShapeFilters.of(
          e -> new NetworkInterfaceId(e.networkInterfaceId()),
          "addresses.association.owner-id=PrivateIpAddresses.Association.IpOwnerId",
          "addresses.association.public-ip=PrivateIpAddresses.Association.PublicIp",
          "addresses.primary=PrivateIpAddresses.Primary",
          "addresses.private-ip-address=PrivateIpAddresses.PrivateIpAddress",
          "association.allocation-id",
          "association.association-id",
          "association.ip-owner-id",
          "association.public-dns-name",
          "association.public-ip",
          "attachment.attach-time",
          "attachment.attachment-id",
          "attachment.delete-on-termination",
          "attachment.device-index",
          "attachment.instance-id",
          "attachment.instance-owner-id",
          "attachment.status",
          "availability-zone",
          "availability-zone-id",
          "description",
          "group-id=Groups.GroupId",
          "group-name=Groups.GroupName",
          "interface-type",
          "ipv6-addresses.ipv6-address",
          "mac-address",
          "network-interface-id",
          "operator.managed",
          "operator.principal",
          "owner-id",
          "private-dns-name",
          "private-ip-address=PrivateIpAddresses.PrivateIpAddress",
          "requester-id",
          "requester-managed",
          "source-dest-check",
          "status",
          "subnet-id",
          "vpc-id");

  @Override
  public Class<DescribeNetworkInterfacesRequest> request() {
    return DescribeNetworkInterfacesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkInterfaceIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeNetworkInterfacesResponse> decide(
      Network network, Caller caller, DescribeNetworkInterfacesRequest request, Draw draw) {
    if (request.maxResults() != null && !request.networkInterfaceIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter networkInterfaceIds cannot be used with the parameter maxResults");
    }
    var condition = FILTERS.condition(network, request.filters());
    var shapes =
        Lookups.INTERFACE.list(network.interfaces(), caller, request.networkInterfaceIds()).stream()
            .map(e -> InterfaceShapes.of(network, e))
            .filter(condition)
            .toList();
    var page =
        Page.of(
            shapes,
            NetworkInterface::networkInterfaceId,
            request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeNetworkInterfacesResponse.builder()
            .networkInterfaces(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
