package io.cloister.control.action.ec2.instance;

import io.cloister.control.json.Pojos;
import io.cloister.model.vpc.Instance;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * What RunInstances was told that has nothing to do with the network: disks, monitoring, profiles.
 * It is kept with the instance as the request itself, without all other members, and given back.
 */
final class LaunchOptions {
  /** The name among an instance's kept members. */
  static final String KEPT = "RunInstances";

  /** The members that are kept. */
  static final Set<String> MEMBERS =
      Set.of(
          "AdditionalInfo",
          "BlockDeviceMappings",
          "CapacityReservationSpecification",
          "ClientToken",
          "CpuOptions",
          "CreditSpecification",
          "DisableApiStop",
          "DisableApiTermination",
          "EbsOptimized",
          "EnclaveOptions",
          "HibernationOptions",
          "IamInstanceProfile",
          "InstanceInitiatedShutdownBehavior",
          "KernelId",
          "LicenseSpecifications",
          "MaintenanceOptions",
          "MetadataOptions",
          "Monitoring",
          "NetworkPerformanceOptions",
          "Placement",
          "PrivateDnsNameOptions",
          "RamdiskId");

  private LaunchOptions() {}

  /** A request with only the members that are kept. */
  static String json(RunInstancesRequest request) {
    RunInstancesRequest.Builder kept = RunInstancesRequest.builder();
    for (SdkField<?> field : request.sdkFields()) {
      Object value = MEMBERS.contains(field.memberName()) ? Pojos.member(field, request) : null;
      if (value != null) {
        field.set(kept, value);
      }
    }
    return Pojos.write(kept.build());
  }

  /** What is kept of an instance's launch. */
  static RunInstancesRequest of(Instance instance) {
    String json = Optional.ofNullable(instance.kept().get(KEPT)).orElse("{}");
    try {
      return Pojos.read(json, RunInstancesRequest.class);
    } catch (IOException e) {
      throw new IllegalStateException(
          "the launch of %s was kept wrongly".formatted(instance.id()), e);
    }
  }

  /** The instance with other options. */
  static Instance with(Instance instance, RunInstancesRequest options) {
    return instance.withKept(KEPT, json(options));
  }

  /** Whether the instance terminates when it shuts itself down; else it stops. */
  static boolean terminatesItself(Instance instance) {
    return "terminate".equals(of(instance).instanceInitiatedShutdownBehaviorAsString());
  }
}
