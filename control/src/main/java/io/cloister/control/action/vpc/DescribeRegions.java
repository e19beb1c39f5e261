package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.region.Region;
import io.cloister.control.region.Regions;
import io.cloister.model.network.Network;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;

/** Describes the Regions of the caller's partition, all of which every account has enabled. */
public record DescribeRegions() implements Action<DescribeRegionsRequest, DescribeRegionsResponse> {
  private static final Filters<Region> FILTERS =
      Filters.<Region>ofTags(_ -> Collections.emptySortedMap())
          .one("endpoint", Region::endpoint)
          .one("opt-in-status", Region::optInStatus)
          .one("region-name", Region::name);

  @Override
  public Class<DescribeRegionsRequest> request() {
    return DescribeRegionsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("RegionNames", "AllRegions", "Filters");
  }

  @Override
  public Decision<DescribeRegionsResponse> decide(
      Network network, Caller caller, DescribeRegionsRequest request, Draw draw) {
    List<Region> all = Regions.of(caller.partition());
    List<String> names = all.stream().map(Region::name).toList();
    for (String name : request.regionNames()) {
      if (!names.contains(name)) {
        throw new AwsException("InvalidParameterValue", "Invalid region: [%s]".formatted(name));
      }
    }
    return Decision.answer(
        DescribeRegionsResponse.builder()
            .regions(
                all.stream()
                    .filter(r ->
                        request.regionNames().isEmpty() || request.regionNames().contains(r.name()))
                    .filter(FILTERS.condition(network, request.filters()))
                    .map(r ->
                        software.amazon.awssdk.services.ec2.model.Region.builder()
                            .regionName(r.name())
                            .endpoint(r.endpoint())
                            .optInStatus(r.optInStatus())
                            .build())
                    .toList())
            .build());
  }
}
