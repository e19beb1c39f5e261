package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Describes one attribute of an instance. */
final class DescribeInstanceAttribute
    implements Action<DescribeInstanceAttributeRequest, DescribeInstanceAttributeResponse> {
  @Override
  public Class<DescribeInstanceAttributeRequest> request() {
    return DescribeInstanceAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceId", "Attribute");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeInstanceAttributeResponse> decide(
      Network network, Caller caller, DescribeInstanceAttributeRequest request, Draw draw) {
    Instance instance = InstanceStates.one(network, caller, request.instanceId(), draw);
    var shape = InstanceShapes.of(network, instance);
    RunInstancesRequest options = LaunchOptions.of(instance);
    var answer = DescribeInstanceAttributeResponse.builder().instanceId(instance.id().value());
    if (request.attributeAsString() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter attribute");
    }
    switch (request.attribute()) {
      case INSTANCE_TYPE -> answer.instanceType(text(instance.type()));
      case KERNEL -> answer.kernelId(text(options.kernelId()));
      case RAMDISK -> answer.ramdiskId(text(options.ramdiskId()));
      case USER_DATA -> answer.userData(text(instance.userData().orElse(null)));
      case DISABLE_API_TERMINATION ->
          answer.disableApiTermination(flag(options.disableApiTermination()));
      case DISABLE_API_STOP -> answer.disableApiStop(flag(options.disableApiStop()));
      case INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR ->
          answer.instanceInitiatedShutdownBehavior(
              text(
                  Objects.requireNonNullElse(
                      options.instanceInitiatedShutdownBehaviorAsString(), "stop")));
      case ROOT_DEVICE_NAME -> answer.rootDeviceName(text(Volumes.ROOT));
      case BLOCK_DEVICE_MAPPING -> answer.blockDeviceMappings(shape.blockDeviceMappings());
      case PRODUCT_CODES -> answer.productCodes(List.of());
      case SOURCE_DEST_CHECK -> answer.sourceDestCheck(flag(shape.sourceDestCheck()));
      case GROUP_SET -> answer.groups(shape.securityGroups());
      case EBS_OPTIMIZED -> answer.ebsOptimized(flag(options.ebsOptimized()));
      case SRIOV_NET_SUPPORT -> answer.sriovNetSupport(text("simple"));
      case ENA_SUPPORT -> answer.enaSupport(flag(true));
      case ENCLAVE_OPTIONS -> answer.enclaveOptions(shape.enclaveOptions());
      case UNKNOWN_TO_SDK_VERSION ->
          throw new AwsException(
              "InvalidParameterValue",
              "Value (%s) for parameter attribute is invalid. Unknown attribute."
                  .formatted(request.attributeAsString()));
    }
    return Decision.answer(answer.build());
  }

  @SuppressWarnings("NullAway") // A value that isn't there is an empty element, as AWS answers it.
  private static AttributeValue text(@Nullable String value) {
    return AttributeValue.builder().value(value).build();
  }

  private static AttributeBooleanValue flag(@Nullable Boolean value) {
    return AttributeBooleanValue.builder().value(Boolean.TRUE.equals(value)).build();
  }
}
