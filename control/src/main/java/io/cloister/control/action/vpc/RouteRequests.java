package io.cloister.control.action.vpc;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Cidrs;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Peerings;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.TransitGatewayAttachment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Destinations and targets of routes as callers write them. */
final class RouteRequests {
  private RouteRequests() {}

  /**
   * The destination of a route.
   *
   * @throws AwsException {@code MissingParameter} for none, {@code InvalidParameterCombination} for
   *     both, {@code InvalidParameterValue} for what isn't a block
   */
  static Prefix destination(@Nullable String ipv4, @Nullable String ipv6) {
    if (ipv4 != null && ipv6 != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameters destinationCidrBlock and destinationIpv6CidrBlock may not be used together");
    }
    if (ipv4 != null) {
      return Cidrs.parse("destinationCidrBlock", Family.IPV4, ipv4);
    }
    if (ipv6 != null) {
      return Cidrs.parse("destinationIpv6CidrBlock", Family.IPV6, ipv6);
    }
    throw new AwsException(
        "MissingParameter",
        "The request must contain the parameter destinationCidrBlock or destinationIpv6CidrBlock");
  }

  /**
   * The target of a route.
   *
   * @param local whether the target is the one that local routes have by themselves
   * @throws AwsException {@code MissingParameter} for none, {@code InvalidParameterCombination} for
   *     several, the codes of gateways, interfaces and instances that aren't there, {@code
   *     InvalidInstanceID} for an instance with several interfaces, {@code InvalidParameterValue}
   *     for a target outside the table's VPC
   */
  static RouteTarget target(
      Network network,
      Caller caller,
      Instant now,
      RouteTable table,
      @Nullable String gateway,
      @Nullable String eni,
      @Nullable String instance,
      @Nullable String peering,
      @Nullable String transit,
      boolean local) {
    long given =
        Stream.of(gateway, eni, instance, peering, transit).filter(Objects::nonNull).count()
            + (local ? 1 : 0);
    if (given != 1) {
      throw new AwsException(
          given == 0 ? "MissingParameter" : "InvalidParameterCombination",
          "The request must contain exactly one of gatewayId, networkInterfaceId, instanceId, vpcPeeringConnectionId or transitGatewayId");
    }
    if (gateway != null) {
      return new RouteTarget.ToInternetGateway(gateway(network, caller, table, gateway));
    }
    if (eni != null) {
      return new RouteTarget.ToInterface(
          sameVpc(table, Lookups.INTERFACE.get(network.interfaces(), caller, eni)));
    }
    if (instance != null) {
      return new RouteTarget.ToInterface(
          sameVpc(
              table, only(network, Lookups.INSTANCE.get(network.instances(), caller, instance))));
    }
    if (peering != null) {
      return new RouteTarget.ToPeering(peering(network, caller, now, table, peering));
    }
    if (transit != null) {
      return new RouteTarget.ToTransitGateway(transit(network, caller, table, transit));
    }
    return new RouteTarget.Local();
  }

  /**
   * The internet gateway with this id, attached to the VPC of a table.
   *
   * @throws AwsException {@code InvalidGatewayID.NotFound}, {@code InvalidParameterValue} for one
   *     that isn't attached there, {@code UnsupportedOperation} for kinds that aren't built
   */
  static InternetGatewayId gateway(Network network, Caller caller, RouteTable table, String text) {
    if (ResourceId.matches("vgw", text) || ResourceId.matches("vpce", text)) {
      throw new AwsException(
          "UnsupportedOperation",
          "The gateway %s is not built: gatewayId can name an internet gateway".formatted(text));
    }
    if (!ResourceId.matches(InternetGatewayId.PREFIX, text)) {
      throw noGateway(text);
    }
    InternetGateway gateway =
        network
            .internetGateways()
            .get(new InternetGatewayId(text))
            .filter(g -> g.scope().equals(caller.scope()))
            .orElseThrow(() -> noGateway(text));
    if (gateway.vpc().filter(table.vpc()::equals).isEmpty()) {
      throw new AwsException(
          "InvalidParameterValue",
          "route table %s and network gateway %s belong to different networks: %s"
              .formatted(
                  table.id(),
                  text,
                  gateway
                      .vpc()
                      .map(v -> "the gateway is attached to " + v)
                      .orElse("attach the gateway to " + table.vpc() + " first")));
    }
    return gateway.id();
  }

  /**
   * The peering connection with this id, with the VPC of a table as one of its sides. One that
   * waits for acceptance will do: the route is a blackhole until then (VPC peering guide).
   */
  private static PeeringConnectionId peering(
      Network network, Caller caller, Instant now, RouteTable table, String text) {
    PeeringConnection peering = Peerings.get(network, caller, text, now);
    if (peering.side(table.vpc()).isEmpty()) {
      throw new AwsException(
          "InvalidParameterValue",
          "route table %s and vpc peering connection %s belong to different networks: it is between %s and %s"
              .formatted(table.id(), text, peering.requester().vpc(), peering.accepter().vpc()));
    }
    if (Peerings.live(network, table.vpc(), now).noneMatch(p -> p.id().equals(peering.id()))) {
      throw Peerings.missing(text);
    }
    return peering.id();
  }

  /** The transit gateway with this id. AWS says that it isn't there when the VPC isn't attached. */
  private static TransitGatewayId transit(
      Network network, Caller caller, RouteTable table, String text) {
    TransitGatewayId id = Lookups.TRANSIT_GATEWAY.id(text);
    return network
        .index()
        .attachments(table.vpc())
        .map(network.attachments()::require)
        .filter(a -> a.gateway().equals(id) && a.scope().equals(caller.scope()))
        .findFirst()
        .map(TransitGatewayAttachment::gateway)
        .orElseThrow(() ->
            new AwsException(
                "InvalidTransitGatewayID.NotFound",
                "The transitGateway ID '%s' does not exist, or %s is not attached to it"
                    .formatted(text, table.vpc())));
  }

  private static AwsException noGateway(String text) {
    return new AwsException(
        "InvalidGatewayID.NotFound", "The gateway ID '%s' does not exist".formatted(text));
  }

  private static NetworkInterface only(Network network, Instance instance) {
    List<NetworkInterface> enis =
        network.index().interfaces(instance.id()).map(network.interfaces()::require).toList();
    if (enis.size() > 1) {
      throw new AwsException(
          "InvalidInstanceID",
          "There are multiple interfaces attached to instance '%s'. Please specify an interface ID for the operation instead."
              .formatted(instance.id()));
    }
    if (enis.isEmpty()) {
      throw new AwsException(
          "IncorrectInstanceState",
          "The instance '%s' is %s and has no interface"
              .formatted(instance.id(), instance.state().text()));
    }
    return enis.getFirst();
  }

  private static NetworkInterfaceId sameVpc(RouteTable table, NetworkInterface eni) {
    if (!eni.vpc().equals(table.vpc())) {
      throw new AwsException(
          "InvalidParameterValue",
          "route table %s and interface %s belong to different networks"
              .formatted(table.id(), eni.id()));
    }
    return eni.id();
  }
}
