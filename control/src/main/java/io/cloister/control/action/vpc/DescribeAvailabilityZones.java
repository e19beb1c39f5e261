package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import io.cloister.model.network.Network;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;

/** Describes the Availability Zones of the caller's Region. */
public record DescribeAvailabilityZones()
    implements Action<DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResponse> {
  private static final String TYPE = "availability-zone";
  private static final String OPT_IN = "opt-in-not-required";
  private static final String STATE = "available";
  private static final Filters<Zone> FILTERS =
      Filters.<Zone>ofTags(_ -> Collections.emptySortedMap())
          .one("group-long-name", Zone::groupLongName)
          .one("group-name", Zone::groupName)
          .with("message", _ -> Stream.of())
          .one("opt-in-status", _ -> OPT_IN)
          .with("parent-zone-id", _ -> Stream.of())
          .with("parent-zone-name", _ -> Stream.of())
          .one("region-name", Zone::region)
          .one("state", _ -> STATE)
          .one("zone-id", Zone::id)
          .one("zone-name", Zone::name)
          .one("zone-type", _ -> TYPE);

  @Override
  public Class<DescribeAvailabilityZonesRequest> request() {
    return DescribeAvailabilityZonesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ZoneNames", "ZoneIds", "AllAvailabilityZones", "Filters");
  }

  @Override
  public Decision<DescribeAvailabilityZonesResponse> decide(
      Network network, Caller caller, DescribeAvailabilityZonesRequest request, Draw draw) {
    List<Zone> all = Regions.get(caller.region()).zones();
    known(request.zoneNames(), all.stream().map(Zone::name).toList());
    known(request.zoneIds(), all.stream().map(Zone::id).toList());
    return Decision.answer(
        DescribeAvailabilityZonesResponse.builder()
            .availabilityZones(
                all.stream()
                    .filter(z -> asked(request.zoneNames(), z.name()))
                    .filter(z -> asked(request.zoneIds(), z.id()))
                    .filter(FILTERS.condition(network, request.filters()))
                    .map(DescribeAvailabilityZones::answer)
                    .toList())
            .build());
  }

  private static void known(List<String> asked, List<String> all) {
    List<String> unknown = asked.stream().filter(z -> !all.contains(z)).toList();
    if (!unknown.isEmpty()) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid availability zone: %s (there are %s)".formatted(unknown, all));
    }
  }

  private static boolean asked(List<String> asked, String value) {
    return asked.isEmpty() || asked.contains(value);
  }

  private static AvailabilityZone answer(Zone zone) {
    return AvailabilityZone.builder()
        .zoneName(zone.name())
        .zoneId(zone.id())
        .regionName(zone.region())
        .groupName(zone.groupName())
        .groupLongName(zone.groupLongName())
        .networkBorderGroup(zone.networkBorderGroup())
        .zoneType(TYPE)
        .optInStatus(OPT_IN)
        .state(STATE)
        .messages(List.of())
        .build();
  }
}
