package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.model.vpc.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Attributes that are only kept, among what was told at the launch. */
final class KeptAttribute {
  private KeptAttribute() {}

  /** The instance with another value. */
  static Instance put(Instance instance, InstanceAttributes.Kept kept) {
    RunInstancesRequest.Builder options = LaunchOptions.of(instance).toBuilder();
    boolean flag = Boolean.parseBoolean(kept.value());
    switch (kept.name()) {
      case DISABLE_API_TERMINATION -> options.disableApiTermination(flag);
      case DISABLE_API_STOP -> options.disableApiStop(flag);
      case EBS_OPTIMIZED -> {
        ModifyInstanceAttribute.stopped(instance);
        options.ebsOptimized(flag);
      }
      case KERNEL -> {
        ModifyInstanceAttribute.stopped(instance);
        options.kernelId(kept.value());
      }
      case RAMDISK -> {
        ModifyInstanceAttribute.stopped(instance);
        options.ramdiskId(kept.value());
      }
      case INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR -> {
        if (!kept.value().equals("stop") && !kept.value().equals("terminate")) {
          throw new AwsException(
              "InvalidParameterValue",
              "Value (%s) for parameter instanceInitiatedShutdownBehavior is invalid. Expecting stop or terminate"
                  .formatted(kept.value()));
        }
        options.instanceInitiatedShutdownBehavior(kept.value());
      }
      // Every instance has enhanced networking: there is nothing to keep.
      case ENA_SUPPORT, SRIOV_NET_SUPPORT -> ModifyInstanceAttribute.stopped(instance);
      case INSTANCE_TYPE,
          USER_DATA,
          SOURCE_DEST_CHECK,
          GROUP_SET,
          ROOT_DEVICE_NAME,
          BLOCK_DEVICE_MAPPING,
          PRODUCT_CODES,
          ENCLAVE_OPTIONS,
          UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("not an attribute that is only kept: " + kept.name());
    }
    return LaunchOptions.with(instance, options.build());
  }
}
