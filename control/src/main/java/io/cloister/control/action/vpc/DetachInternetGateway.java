package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.Vpc;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayResponse;

/** Detaches an internet gateway; routes to it stay, as blackholes. */
public record DetachInternetGateway()
    implements Action<DetachInternetGatewayRequest, DetachInternetGatewayResponse> {
  @Override
  public Class<DetachInternetGatewayRequest> request() {
    return DetachInternetGatewayRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InternetGatewayId", "VpcId");
  }

  @Override
  public Decision<DetachInternetGatewayResponse> decide(
      Network network, Caller caller, DetachInternetGatewayRequest request, Draw draw) {
    InternetGateway gateway =
        Lookups.INTERNET_GATEWAY.get(
            network.internetGateways(), caller, request.internetGatewayId());
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    if (gateway.vpc().filter(vpc.id()::equals).isEmpty()) {
      throw new AwsException(
          "Gateway.NotAttached",
          "resource %s is not attached to network %s".formatted(gateway.id(), vpc.id()));
    }
    List<String> mapped =
        Parts.interfaces(network, vpc.id())
            .filter(eni -> mapped(network, eni))
            .map(eni -> eni.id().value())
            .toList();
    if (!mapped.isEmpty()) {
      throw new AwsException(
          "DependencyViolation",
          "Network %s has some mapped public address(es). Please unmap those public address(es) before detaching the gateway: they are on %s"
              .formatted(vpc.id(), String.join(", ", mapped)));
    }
    for (RouteTable table : Parts.routeTables(network, vpc.id())) {
      if (table.associations().stream()
          .anyMatch(a -> a.with().equals(new RouteTableAssociation.OfGateway(gateway.id())))) {
        throw new AwsException(
            "DependencyViolation",
            "The internetGateway '%s' is associated with %s: disassociate it first"
                .formatted(gateway.id(), table.id()));
      }
    }
    return Decision.of(
        DetachInternetGatewayResponse.builder().build(), new Change.Put(gateway.detached()));
  }

  private static boolean mapped(Network network, NetworkInterface eni) {
    return eni.ipv4().stream().anyMatch(a -> a.publicAddress().isPresent())
        || network.index().elasticIps(eni.id()).findAny().isPresent();
  }
}
