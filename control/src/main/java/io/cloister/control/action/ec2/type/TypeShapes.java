package io.cloister.control.action.ec2.type;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.EbsInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.MemoryInfo;
import software.amazon.awssdk.services.ec2.model.NetworkCardInfo;
import software.amazon.awssdk.services.ec2.model.NetworkInfo;
import software.amazon.awssdk.services.ec2.model.PlacementGroupInfo;
import software.amazon.awssdk.services.ec2.model.ProcessorInfo;
import software.amazon.awssdk.services.ec2.model.VCpuInfo;

/** Instance types as the API shows them; what isn't known of one is left out. */
final class TypeShapes {
  private static final Set<String> FREE =
      Set.of(
          "t2.micro",
          "t3.micro",
          "t3.small",
          "t4g.micro",
          "t4g.small",
          "c7i-flex.large",
          "m7i-flex.large");

  private TypeShapes() {}

  static InstanceTypeInfo of(TypeFacts type) {
    InstanceTypeInfo.Builder shape =
        InstanceTypeInfo.builder()
            .instanceType(type.name())
            .currentGeneration(type.currentGeneration())
            .freeTierEligible(FREE.contains(type.name()))
            .supportedUsageClassesWithStrings("on-demand", "spot")
            .supportedRootDeviceTypesWithStrings("ebs")
            .supportedVirtualizationTypesWithStrings("hvm")
            .bareMetal(type.bareMetal())
            .processorInfo(
                ProcessorInfo.builder()
                    .supportedArchitecturesWithStrings(type.architecture())
                    .build())
            .vCpuInfo(vcpus(type))
            .ebsInfo(
                EbsInfo.builder()
                    .ebsOptimizedSupport(type.xen() ? "supported" : "default")
                    .encryptionSupport("supported")
                    .nvmeSupport(type.xen() ? "unsupported" : "required")
                    .build())
            .networkInfo(network(type))
            .placementGroupInfo(
                PlacementGroupInfo.builder()
                    .supportedStrategiesWithStrings("cluster", "partition", "spread")
                    .build())
            .burstablePerformanceSupported(type.burstable())
            .dedicatedHostsSupported(!type.burstable())
            .autoRecoverySupported(true)
            .supportedBootModesWithStrings("legacy-bios", "uefi");
    if (!type.bareMetal()) {
      shape.hypervisor(type.xen() ? "xen" : "nitro");
    }
    if (type.memoryMib() > 0) {
      shape.memoryInfo(MemoryInfo.builder().sizeInMiB(type.memoryMib()).build());
    }
    return shape.build();
  }

  private static VCpuInfo vcpus(TypeFacts type) {
    int cores = type.vcpus() / type.threadsPerCore();
    List<Integer> threads = IntStream.rangeClosed(1, type.threadsPerCore()).boxed().toList();
    return VCpuInfo.builder()
        .defaultVCpus(type.vcpus())
        .defaultCores(cores)
        .defaultThreadsPerCore(type.threadsPerCore())
        .validThreadsPerCore(threads)
        .build();
  }

  private static NetworkInfo network(TypeFacts type) {
    return NetworkInfo.builder()
        .maximumNetworkInterfaces(type.interfaces())
        .maximumNetworkCards(1)
        .defaultNetworkCardIndex(0)
        .networkCards(
            NetworkCardInfo.builder()
                .networkCardIndex(0)
                .maximumNetworkInterfaces(type.interfaces())
                .build())
        .ipv4AddressesPerInterface(type.ipv4PerInterface())
        .ipv6AddressesPerInterface(type.ipv6PerInterface())
        .ipv6Supported(type.ipv6PerInterface() > 0)
        .enaSupport(type.xen() ? "supported" : "required")
        .efaSupported(false)
        .encryptionInTransitSupported(false)
        .enaSrdSupported(false)
        .build();
  }
}
