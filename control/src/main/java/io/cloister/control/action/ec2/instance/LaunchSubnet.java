package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** The subnet that an instance starts in: the one named, or one of the default VPC's. */
record LaunchSubnet(Network network, Caller caller, Draw draw) {

  /** The subnet with an id, or else a default one, in the zone that the placement names. */
  Subnet of(RunInstancesRequest request, @Nullable String id) {
    Optional<String> zone = zone(request);
    if (id != null) {
      Subnet subnet = Lookups.SUBNET.get(network.subnets(), caller, id);
      zone.filter(z -> !z.equals(subnet.zone()))
          .ifPresent(z -> {
            throw new AwsException(
                "InvalidParameterValue",
                "Value (%s) for parameter availabilityZone is invalid. Subnet '%s' is in the availability zone %s"
                    .formatted(z, id, subnet.zone()));
          });
      return subnet;
    }
    Vpc vpc = Groups.defaultVpc(network, caller);
    List<Subnet> subnets =
        network
            .index()
            .subnets(vpc.id())
            .map(network.subnets()::require)
            .filter(s -> s.defaultForAz() && zone.filter(z -> !z.equals(s.zone())).isEmpty())
            .toList();
    if (subnets.isEmpty()) {
      throw new AwsException(
          "MissingInput",
          zone.map("No default subnet for availability zone: '%s'."::formatted)
              .orElse(
                  "No subnets found for the default VPC '%s'. Please specify a subnet."
                      .formatted(vpc.id())));
    }
    return subnets.get((int) draw.number(subnets.size()));
  }

  private Optional<String> zone(RunInstancesRequest request) {
    if (request.placement() == null) {
      return Optional.empty();
    }
    Optional<String> named =
        Optional.ofNullable(request.placement().availabilityZone())
            .or(() -> Optional.ofNullable(request.placement().availabilityZoneId()));
    return named.map(n ->
        Regions.get(caller.region())
            .zone(n)
            .map(Zone::name)
            .orElseThrow(() ->
                new AwsException(
                    "InvalidParameterValue", "Invalid availability zone: [%s]".formatted(n))));
  }
}
