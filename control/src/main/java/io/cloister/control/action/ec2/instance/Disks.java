package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.model.vpc.Instance;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsInstanceBlockDeviceSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMappingSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** What becomes of an instance's volumes at its end, as ModifyInstanceAttribute changes it. */
final class Disks {
  private Disks() {}

  /** The instance with other choices for some of its devices. */
  static Instance modified(
      Instance instance, List<InstanceBlockDeviceMappingSpecification> wanted) {
    RunInstancesRequest options = LaunchOptions.of(instance);
    List<BlockDeviceMapping> mappings = new ArrayList<>(options.blockDeviceMappings());
    for (InstanceBlockDeviceMappingSpecification each : wanted) {
      Volumes.Volume volume =
          Volumes.of(instance).stream()
              .filter(v -> v.device().equals(each.deviceName()))
              .findFirst()
              .orElseThrow(() ->
                  new AwsException(
                      "InvalidInstanceAttributeValue",
                      "No device is currently mapped at %s".formatted(each.deviceName())));
      EbsInstanceBlockDeviceSpecification ebs = each.ebs();
      if (ebs != null && ebs.deleteOnTermination() != null) {
        mappings.removeIf(m -> volume.device().equals(m.deviceName()));
        mappings.add(
            BlockDeviceMapping.builder()
                .deviceName(volume.device())
                .ebs(
                    volume.disk().toBuilder()
                        .deleteOnTermination(ebs.deleteOnTermination())
                        .build())
                .build());
      }
    }
    return LaunchOptions.with(instance, options.toBuilder().blockDeviceMappings(mappings).build());
  }
}
