package io.cloister.control.action.ec2.type;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/** Describes instance types, a hundred at most in an answer. */
final class DescribeInstanceTypes
    implements Action<DescribeInstanceTypesRequest, DescribeInstanceTypesResponse> {
  private static final int LEAST = 5;
  private static final int MOST = 100;

  /** Types have no tags, so what those would hang on is never asked for. */
  private static final Filters<InstanceTypeInfo> FILTERS =
      ShapeFilters.of(
          InstanceTypeTags::none,
          "auto-recovery-supported",
          "bare-metal",
          "burstable-performance-supported",
          "current-generation",
          "dedicated-hosts-supported",
          "ebs-info.ebs-optimized-support",
          "ebs-info.encryption-support",
          "ebs-info.nvme-support",
          "free-tier-eligible",
          "hibernation-supported",
          "hypervisor",
          "instance-storage-supported",
          "instance-type",
          "memory-info.size-in-mib=MemoryInfo.SizeInMiB",
          "network-info.efa-supported",
          "network-info.ena-support",
          "network-info.encryption-in-transit-supported",
          "network-info.ipv4-addresses-per-interface",
          "network-info.ipv6-addresses-per-interface",
          "network-info.ipv6-supported",
          "network-info.maximum-network-cards",
          "network-info.maximum-network-interfaces",
          "network-info.network-performance",
          "nitro-enclaves-support",
          "nitro-tpm-support",
          "processor-info.supported-architecture=ProcessorInfo.SupportedArchitectures",
          "processor-info.sustained-clock-speed-in-ghz",
          "supported-boot-mode=SupportedBootModes",
          "supported-root-device-type=SupportedRootDeviceTypes",
          "supported-usage-class=SupportedUsageClasses",
          "supported-virtualization-type=SupportedVirtualizationTypes",
          "vcpu-info.default-cores=VCpuInfo.DefaultCores",
          "vcpu-info.default-threads-per-core=VCpuInfo.DefaultThreadsPerCore",
          "vcpu-info.default-vcpus=VCpuInfo.DefaultVCpus",
          "vcpu-info.valid-threads-per-core=VCpuInfo.ValidThreadsPerCore");

  @Override
  public Class<DescribeInstanceTypesRequest> request() {
    return DescribeInstanceTypesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceTypes", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeInstanceTypesResponse> decide(
      Network network, Caller caller, DescribeInstanceTypesRequest request, Draw draw) {
    List<String> names = request.instanceTypesAsStrings();
    List<String> unknown = names.stream().filter(n -> InstanceTypes.find(n).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw new AwsException(
          "InvalidInstanceType", "The following supplied instance types do not exist: " + unknown);
    }
    if (request.maxResults() != null && request.maxResults() > MOST) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value ( %d ) for parameter maxResults is invalid. Expecting a value between %d and %d."
              .formatted(request.maxResults(), LEAST, MOST));
    }
    List<InstanceTypeInfo> shapes =
        InstanceTypes.all().stream()
            .filter(t -> names.isEmpty() || names.contains(t.name()))
            .map(TypeShapes::of)
            .filter(FILTERS.condition(network, request.filters()))
            .toList();
    var page =
        Page.of(
            shapes,
            InstanceTypeInfo::instanceTypeAsString,
            request.maxResults() == null ? Integer.valueOf(MOST) : request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeInstanceTypesResponse.builder()
            .instanceTypes(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
