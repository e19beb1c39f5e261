package io.cloister.control.action.ec2.type;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.control.region.Region;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import io.cloister.model.network.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;

/** Where instance types are offered: everywhere. */
final class DescribeInstanceTypeOfferings
    implements Action<DescribeInstanceTypeOfferingsRequest, DescribeInstanceTypeOfferingsResponse> {
  private static final int LEAST = 5;
  private static final Filters<InstanceTypeOffering> FILTERS =
      ShapeFilters.of(InstanceTypeTags::none, "instance-type", "location");

  @Override
  public Class<DescribeInstanceTypeOfferingsRequest> request() {
    return DescribeInstanceTypeOfferingsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("LocationType", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeInstanceTypeOfferingsResponse> decide(
      Network network, Caller caller, DescribeInstanceTypeOfferingsRequest request, Draw draw) {
    String kind = Objects.requireNonNullElse(request.locationTypeAsString(), "region");
    Region region = Regions.get(caller.region());
    List<String> locations =
        switch (kind) {
          case "region" -> List.of(region.name());
          case "availability-zone" -> region.zones().stream().map(Zone::name).toList();
          case "availability-zone-id" -> region.zones().stream().map(Zone::id).toList();
          case "outpost" -> List.of();
          default ->
              throw new AwsException(
                  "InvalidParameterValue",
                  "Value (%s) for parameter locationType is invalid. Expecting region, availability-zone, availability-zone-id or outpost"
                      .formatted(kind));
        };
    List<InstanceTypeOffering> shapes =
        InstanceTypes.all().stream()
            .flatMap(t ->
                locations.stream()
                    .map(l ->
                        InstanceTypeOffering.builder()
                            .instanceType(t.name())
                            .locationType(kind)
                            .location(l)
                            .build()))
            .filter(FILTERS.condition(network, request.filters()))
            .sorted(Comparator.comparing(DescribeInstanceTypeOfferings::key))
            .toList();
    var page =
        Page.of(
            shapes,
            DescribeInstanceTypeOfferings::key,
            request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeInstanceTypeOfferingsResponse.builder()
            .instanceTypeOfferings(page.items())
            .nextToken(page.nextToken())
            .build());
  }

  private static String key(InstanceTypeOffering offering) {
    return offering.instanceTypeAsString() + " " + offering.location();
  }
}
