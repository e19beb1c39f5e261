package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.VolumeId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;

/**
 * The volumes that an instance is shown with: a root volume, and what its launch asked for. There
 * is nothing behind them; they exist as long as their instance does, with ids that follow from its
 * id.
 */
public final class Volumes {
  /** The root device of the built-in image. */
  static final String ROOT = "/dev/xvda";

  private static final EbsBlockDevice ROOT_DISK =
      EbsBlockDevice.builder().volumeSize(8).volumeType("gp3").deleteOnTermination(true).build();

  private Volumes() {}

  /**
   * A volume.
   *
   * @param device such as {@code /dev/xvda}
   * @param disk what the launch asked for
   */
  record Volume(VolumeId id, String device, EbsBlockDevice disk) {
    boolean deleteOnTermination() {
      return !Boolean.FALSE.equals(disk.deleteOnTermination());
    }
  }

  /**
   * The id of one of the caller's volumes.
   *
   * @throws AwsException {@code InvalidVolumeID.Malformed} or {@code InvalidVolume.NotFound}
   */
  public static VolumeId get(Network network, Caller caller, String text) {
    if (!ResourceId.matches(VolumeId.PREFIX, text)) {
      throw new AwsException(
          "InvalidVolumeID.Malformed",
          "Invalid id: \"%s\" (expecting \"vol-...\")".formatted(text));
    }
    VolumeId id = new VolumeId(text);
    if (!of(network, caller.scope()).contains(id)) {
      throw new AwsException(
          "InvalidVolume.NotFound", "The volume '%s' does not exist.".formatted(text));
    }
    return id;
  }

  /** The ids of all volumes of a scope. */
  public static Set<VolumeId> of(Network network, Scope scope) {
    return network
        .instances()
        .where(i -> i.scope().equals(scope))
        .flatMap(i -> of(i).stream())
        .map(Volume::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The volumes of an instance, the root one first; none when it has been terminated. */
  static List<Volume> of(Instance instance) {
    if (instance.state() == Instance.State.TERMINATED) {
      return List.of();
    }
    List<BlockDeviceMapping> mappings = LaunchOptions.of(instance).blockDeviceMappings();
    Optional<EbsBlockDevice> root =
        mappings.stream()
            .filter(m -> ROOT.equals(m.deviceName()))
            .map(BlockDeviceMapping::ebs)
            .filter(Objects::nonNull)
            .findFirst();
    List<Volume> volumes = new ArrayList<>();
    volumes.add(new Volume(id(instance, 0), ROOT, root.orElse(ROOT_DISK)));
    for (BlockDeviceMapping mapping : mappings) {
      if (mapping.ebs() != null
          && mapping.deviceName() != null
          && !mapping.deviceName().equals(ROOT)) {
        volumes.add(new Volume(id(instance, volumes.size()), mapping.deviceName(), mapping.ebs()));
      }
    }
    return volumes;
  }

  private static VolumeId id(Instance instance, int index) {
    String digits = instance.id().value().substring(instance.id().value().indexOf('-') + 1);
    int first = (Character.digit(digits.charAt(0), 16) + index) % 16;
    return new VolumeId(
        VolumeId.PREFIX + "-" + Character.forDigit(first, 16) + digits.substring(1));
  }
}
