package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.ec2.address.Associations;
import io.cloister.control.action.ec2.eni.DnsNames;
import io.cloister.control.action.ec2.eni.InterfaceShapes;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.ec2.type.InstanceTypes;
import io.cloister.control.action.ec2.type.TypeFacts;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.EbsInstanceBlockDevice;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceState;
import software.amazon.awssdk.services.ec2.model.Monitoring;
import software.amazon.awssdk.services.ec2.model.OperatorResponse;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StateReason;

/** Instances as the API shows them. */
final class InstanceShapes {
  private InstanceShapes() {}

  /** A reservation with those of its instances that are asked for, at least one. */
  static Reservation reservation(Network network, List<Instance> instances) {
    Instance any = instances.getFirst();
    return reservation(any, instances.stream().map(i -> of(network, i)).toList());
  }

  /** A reservation with instances that are shapes already. */
  static Reservation reservation(
      Instance any, List<software.amazon.awssdk.services.ec2.model.Instance> shapes) {
    return Reservation.builder()
        .reservationId(any.reservation().value())
        .ownerId(any.scope().account())
        .groups(List.of())
        .instances(shapes)
        .build();
  }

  /** A state by its number and name. */
  static InstanceState state(Instance.State state) {
    return InstanceState.builder().code(state.code()).name(state.text()).build();
  }

  /** One instance. */
  static software.amazon.awssdk.services.ec2.model.Instance of(Network network, Instance instance) {
    RunInstancesRequest options = LaunchOptions.of(instance);
    var shape =
        software.amazon.awssdk.services.ec2.model.Instance.builder()
            .instanceId(instance.id().value())
            .imageId(instance.image())
            .instanceType(instance.type())
            .state(state(instance.state()))
            .stateReason(stateReason(instance))
            .stateTransitionReason(Ends.transition(instance))
            .amiLaunchIndex(instance.launchIndex())
            .launchTime(instance.launched())
            .usageOperationUpdateTime(instance.launched())
            .keyName(instance.keyName().orElse(null))
            .architecture(
                InstanceTypes.find(instance.type()).map(TypeFacts::architecture).orElse("x86_64"))
            .hypervisor("xen")
            .virtualizationType("hvm")
            .rootDeviceType("ebs")
            .rootDeviceName(Volumes.ROOT)
            .enaSupport(true)
            .platformDetails("Linux/UNIX")
            .usageOperation("RunInstances")
            .currentInstanceBootMode("legacy-bios")
            .publicDnsName("")
            .privateDnsName("")
            .productCodes(List.of())
            .securityGroups(List.of())
            .networkInterfaces(List.of())
            .blockDeviceMappings(
                Volumes.of(instance).stream().map(v -> mapping(instance, v)).toList())
            .monitoring(monitoring(options))
            .placement(placement(instance, options))
            .clientToken(Objects.requireNonNullElse(options.clientToken(), ""))
            .ebsOptimized(Boolean.TRUE.equals(options.ebsOptimized()))
            .kernelId(options.kernelId())
            .ramdiskId(options.ramdiskId())
            .operator(OperatorResponse.builder().managed(false).build())
            .tags(Tagging.of(network, instance.id()));
    OptionShapes.add(shape, instance, options);
    Profiles.of(network, instance.id())
        .ifPresent(a -> shape.iamInstanceProfile(Profiles.shape(network, a)));
    List<NetworkInterface> attached = Ends.attached(network, instance);
    if (instance.state() != Instance.State.TERMINATED && !attached.isEmpty()) {
      addNetwork(network, instance, attached, shape);
    }
    return shape.build();
  }

  private static void addNetwork(
      Network network,
      Instance instance,
      List<NetworkInterface> attached,
      software.amazon.awssdk.services.ec2.model.Instance.Builder shape) {
    NetworkInterface primary = attached.getFirst();
    Optional<IpAddress> lent = Associations.publicAddress(network, primary, primary.primary());
    shape
        .vpcId(instance.vpc().value())
        .subnetId(instance.subnet().value())
        .privateIpAddress(primary.primary().toString())
        .privateDnsName(
            DnsNames.ofInstance(
                network, instance.subnet(), instance.scope(), instance.id(), primary.primary()))
        .publicIpAddress(lent.map(IpAddress::toString).orElse(null))
        .publicDnsName(
            lent.flatMap(ip -> DnsNames.publicName(network, primary.vpc(), ip)).orElse(""))
        .ipv6Address(primary.ipv6().stream().findFirst().map(IpAddress::toString).orElse(null))
        .sourceDestCheck(primary.sourceDestCheck())
        .securityGroups(Groups.identifiers(network, primary.groups()))
        .networkInterfaces(
            attached.stream().map(e -> InstanceInterfaceShapes.of(network, e)).toList());
  }

  @SuppressWarnings("NullAway") // A builder takes null for a member that isn't there.
  private static StateReason stateReason(Instance instance) {
    if (instance.state() == Instance.State.PENDING) {
      return StateReason.builder().code("pending").message("pending").build();
    }
    int colon = instance.reason().indexOf(':');
    return colon < 0
        ? null
        : StateReason.builder()
            .code(instance.reason().substring(0, colon))
            .message(instance.reason())
            .build();
  }

  /** Whether detailed monitoring is on. */
  static Monitoring monitoring(RunInstancesRequest options) {
    boolean detailed =
        options.monitoring() != null && Boolean.TRUE.equals(options.monitoring().enabled());
    return Monitoring.builder().state(detailed ? "enabled" : "disabled").build();
  }

  private static Placement placement(Instance instance, RunInstancesRequest options) {
    Placement asked =
        options.placement() == null ? Placement.builder().build() : options.placement();
    return asked.toBuilder()
        .availabilityZone(instance.zone())
        .availabilityZoneId(InterfaceShapes.zoneId(instance.scope().region(), instance.zone()))
        .tenancy(Objects.requireNonNullElse(asked.tenancyAsString(), "default"))
        .groupName(Objects.requireNonNullElse(asked.groupName(), ""))
        .build();
  }

  private static InstanceBlockDeviceMapping mapping(Instance instance, Volumes.Volume volume) {
    return InstanceBlockDeviceMapping.builder()
        .deviceName(volume.device())
        .ebs(
            EbsInstanceBlockDevice.builder()
                .volumeId(volume.id().value())
                .status(instance.state() == Instance.State.PENDING ? "attaching" : "attached")
                .attachTime(instance.launched())
                .deleteOnTermination(volume.deleteOnTermination())
                .build())
        .build();
  }
}
