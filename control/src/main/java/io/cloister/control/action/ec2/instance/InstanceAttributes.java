package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.BlobAttributeValue;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;

/**
 * The one attribute that a request of ModifyInstanceAttribute changes, which may be written as a
 * member of its own or as a name and a value.
 */
sealed interface InstanceAttributes {

  /** Another type. */
  record Type(String name) implements InstanceAttributes {}

  /** Other user data, in Base64. */
  record UserData(String base64) implements InstanceAttributes {}

  /** Whether the only interface checks source and destination. */
  record SourceDestCheck(boolean on) implements InstanceAttributes {}

  /** The groups of the only interface. */
  record Groups(List<String> ids) implements InstanceAttributes {
    /** Copies the ids. */
    public Groups {
      ids = List.copyOf(ids);
    }
  }

  /** What becomes of volumes at the end, as the request has it. */
  record Disks() implements InstanceAttributes {}

  /** A member that is only kept, by its name among the attributes, and its value as a text. */
  record Kept(InstanceAttributeName name, String value) implements InstanceAttributes {}

  /** Reads the one attribute of a request. */
  static InstanceAttributes of(ModifyInstanceAttributeRequest request) {
    List<InstanceAttributes> given = new ArrayList<>();
    text(request.instanceType()).ifPresent(v -> given.add(new Type(v)));
    blob(request.userData()).ifPresent(v -> given.add(new UserData(v)));
    flag(request.sourceDestCheck()).ifPresent(v -> given.add(new SourceDestCheck(v)));
    if (!request.groups().isEmpty()) {
      given.add(new Groups(request.groups()));
    }
    if (!request.blockDeviceMappings().isEmpty()) {
      given.add(new Disks());
    }
    kept(
        given,
        InstanceAttributeName.DISABLE_API_TERMINATION,
        flag(request.disableApiTermination()));
    kept(given, InstanceAttributeName.DISABLE_API_STOP, flag(request.disableApiStop()));
    kept(given, InstanceAttributeName.EBS_OPTIMIZED, flag(request.ebsOptimized()));
    kept(given, InstanceAttributeName.ENA_SUPPORT, flag(request.enaSupport()));
    kept(given, InstanceAttributeName.KERNEL, text(request.kernel()));
    kept(given, InstanceAttributeName.RAMDISK, text(request.ramdisk()));
    kept(given, InstanceAttributeName.SRIOV_NET_SUPPORT, text(request.sriovNetSupport()));
    kept(
        given,
        InstanceAttributeName.INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR,
        text(request.instanceInitiatedShutdownBehavior()));
    if (request.attributeAsString() != null && request.value() != null) {
      given.add(named(request.attribute(), request.value()));
    }
    if (given.isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination", "No attributes specified: name the one to be modified");
    }
    if (given.size() > 1) {
      throw new AwsException(
          "InvalidParameterCombination", "Fields for multiple attribute types specified: " + given);
    }
    return given.getFirst();
  }

  private static InstanceAttributes named(InstanceAttributeName name, String value) {
    return switch (name) {
      case INSTANCE_TYPE -> new Type(value);
      case USER_DATA -> new UserData(value);
      case SOURCE_DEST_CHECK -> new SourceDestCheck(truth(value));
      case GROUP_SET -> new Groups(List.of(value));
      case DISABLE_API_TERMINATION, DISABLE_API_STOP, EBS_OPTIMIZED, ENA_SUPPORT ->
          new Kept(name, Boolean.toString(truth(value)));
      case KERNEL, RAMDISK, SRIOV_NET_SUPPORT, INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR ->
          new Kept(name, value);
      case ROOT_DEVICE_NAME,
          BLOCK_DEVICE_MAPPING,
          PRODUCT_CODES,
          ENCLAVE_OPTIONS,
          UNKNOWN_TO_SDK_VERSION ->
          throw new AwsException(
              "InvalidParameterValue",
              "Value (%s) for parameter attribute is invalid. It can't be modified by name"
                  .formatted(name));
    };
  }

  private static void kept(
      List<InstanceAttributes> given, InstanceAttributeName name, Optional<?> value) {
    value.ifPresent(v -> given.add(new Kept(name, v.toString())));
  }

  private static boolean truth(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new AwsException(
              "InvalidParameterValue",
              "Value (%s) for parameter value is invalid. Expecting true or false"
                  .formatted(value));
    };
  }

  private static Optional<String> text(@Nullable AttributeValue value) {
    return Optional.ofNullable(value).map(AttributeValue::value);
  }

  private static Optional<Boolean> flag(@Nullable AttributeBooleanValue value) {
    return Optional.ofNullable(value).map(AttributeBooleanValue::value);
  }

  /** User data is a blob here: its bytes come decoded, and are kept in Base64 as at a launch. */
  private static Optional<String> blob(@Nullable BlobAttributeValue value) {
    return Optional.ofNullable(value)
        .map(BlobAttributeValue::value)
        .map(SdkBytes::asByteArray)
        .map(bytes -> Base64.getEncoder().encodeToString(bytes));
  }
}
