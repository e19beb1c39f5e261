package io.cloister.control.action.endpoint;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.control.region.Region;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import io.cloister.model.id.VpcEndpointServiceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesResponse;
import software.amazon.awssdk.services.ec2.model.PrivateDnsDetails;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.ServiceTypeDetail;

/** Describes the services of AWS that endpoints can be made to. */
final class DescribeVpcEndpointServices
    implements Action<DescribeVpcEndpointServicesRequest, DescribeVpcEndpointServicesResponse> {
  private static final Filters<ServiceDetail> FILTERS =
      ShapeFilters.of(
          s -> new VpcEndpointServiceId(s.serviceId()),
          "owner",
          "service-name",
          "service-region",
          "service-type=ServiceType.ServiceType",
          "supported-ip-address-types");

  @Override
  public Class<DescribeVpcEndpointServicesRequest> request() {
    return DescribeVpcEndpointServicesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("ServiceNames", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeVpcEndpointServicesResponse> decide(
      Network network, Caller caller, DescribeVpcEndpointServicesRequest request, Draw draw) {
    var condition = FILTERS.condition(network, request.filters());
    List<AwsService> asked =
        request.serviceNames().isEmpty()
            ? AwsService.all(caller)
            : request.serviceNames().stream()
                .distinct()
                .flatMap(name -> AwsService.named(caller, name).stream())
                .toList();
    List<ServiceDetail> found =
        asked.stream()
            .map(s -> detail(caller, s))
            .filter(condition)
            .sorted(Comparator.comparing(DescribeVpcEndpointServices::key))
            .toList();
    Page<ServiceDetail> page =
        Page.of(
            found, DescribeVpcEndpointServices::key, request.maxResults(), 1, request.nextToken());
    return Decision.answer(
        DescribeVpcEndpointServicesResponse.builder()
            .serviceNames(page.items().stream().map(ServiceDetail::serviceName).distinct().toList())
            .serviceDetails(page.items())
            .nextToken(page.nextToken())
            .build());
  }

  private static String key(ServiceDetail service) {
    return service.serviceName() + " " + service.serviceType().getFirst().serviceTypeAsString();
  }

  private static ServiceDetail detail(Caller caller, AwsService service) {
    Region region = Regions.get(caller.region());
    boolean gateway = service.type() == VpcEndpoint.Type.GATEWAY;
    var detail =
        ServiceDetail.builder()
            .serviceName(service.name())
            .serviceId(id(service))
            .serviceType(ServiceTypeDetail.builder().serviceType(service.type().text()).build())
            .serviceRegion(caller.region())
            .availabilityZones(region.zones().stream().map(Zone::name).toList())
            .availabilityZoneIds(region.zones().stream().map(Zone::id).toList())
            .owner("amazon")
            .baseEndpointDnsNames(
                gateway
                    ? service.shortName()
                        + "."
                        + caller.region()
                        + "."
                        + region.partition().dnsSuffix()
                    : service.base(caller.region()))
            .vpcEndpointPolicySupported(true)
            .acceptanceRequired(false)
            .managesVpcEndpoints(false)
            .supportedIpAddressTypesWithStrings("ipv4")
            .tags(List.of());
    service
        .privateName()
        .ifPresent(name ->
            detail
                .privateDnsName(name)
                .privateDnsNames(PrivateDnsDetails.builder().privateDnsName(name).build())
                .privateDnsNameVerificationState("verified"));
    return detail.build();
  }

  /** An id that is always the same for a service of a Region. */
  private static String id(AwsService service) {
    CRC32 hash = new CRC32();
    hash.update(
        (service.type() + service.name()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return VpcEndpointServiceId.PREFIX + "-0000%05x%08x".formatted(0, hash.getValue());
  }
}
