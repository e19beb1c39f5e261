package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.eni.AddressWish;
import io.cloister.control.action.ec2.eni.NewInterface;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * Reads which interfaces an instance shall have: either one, described by members of the request
 * itself, or those that {@code NetworkInterfaces} lists.
 */
record InterfaceSpecs(Network network, Caller caller, Draw draw) {

  /** The interfaces, the primary one first. */
  List<InterfaceSpec> read(RunInstancesRequest request) {
    if (request.networkInterfaces().isEmpty()) {
      return List.of(single(request));
    }
    refuseInstanceLevel(request);
    List<InterfaceSpec> specs = new ArrayList<>();
    Set<Integer> devices = new HashSet<>();
    for (InstanceNetworkInterfaceSpecification each : request.networkInterfaces()) {
      if (each.deviceIndex() == null) {
        throw new AwsException(
            "InvalidParameterValue", "Each network interface requires a device index.");
      }
      if (!devices.add(each.deviceIndex())) {
        throw new AwsException(
            "InvalidParameterValue",
            "Each network interface requires a unique device index: %d is there twice"
                .formatted(each.deviceIndex()));
      }
      specs.add(
          each.networkInterfaceId() == null
              ? fresh(request, each)
              : present(each, each.networkInterfaceId()));
    }
    if (!devices.contains(0)) {
      throw new AwsException(
          "InvalidParameterValue",
          "No network interface has the device index 0: the primary one must be listed too");
    }
    String zone = specs.getFirst().subnet().zone();
    if (specs.stream().anyMatch(s -> !s.subnet().zone().equals(zone))) {
      throw new AwsException(
          "InvalidParameterCombination",
          "You may not specify network interfaces in different availability zones");
    }
    specs.sort(Comparator.comparingInt(InterfaceSpec::device));
    return specs;
  }

  private InterfaceSpec single(RunInstancesRequest request) {
    if (!request.securityGroups().isEmpty() && request.subnetId() != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter groupName cannot be used with the parameter subnet");
    }
    Subnet subnet = new LaunchSubnet(network, caller, draw).of(request, request.subnetId());
    return new InterfaceSpec.Fresh(
        0,
        new NewInterface(
            subnet,
            "",
            Groups.forInterface(
                network,
                caller,
                subnet.vpc(),
                subnet.id().value(),
                request.securityGroupIds(),
                request.securityGroups()),
            AddressWish.read(
                request.privateIpAddress(),
                List.of(),
                null,
                request.ipv6Addresses(),
                request.ipv6AddressCount())),
        true,
        subnet.settings().mapPublicIp());
  }

  private InterfaceSpec fresh(
      RunInstancesRequest request, InstanceNetworkInterfaceSpecification each) {
    boolean alone = request.networkInterfaces().size() == 1;
    if (Boolean.TRUE.equals(each.associatePublicIpAddress())) {
      if (!alone) {
        throw new AwsException(
            "InvalidParameterCombination",
            "The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.");
      }
      if (each.deviceIndex() != 0) {
        throw new AwsException(
            "InvalidParameterCombination",
            "The associatePublicIPAddress parameter can only be specified for the network interface with device index 0.");
      }
    }
    Subnet subnet = new LaunchSubnet(network, caller, draw).of(request, each.subnetId());
    return new InterfaceSpec.Fresh(
        each.deviceIndex(),
        new NewInterface(
            subnet,
            Objects.requireNonNullElse(each.description(), ""),
            Groups.forInterface(
                network, caller, subnet.vpc(), subnet.id().value(), each.groups(), List.of()),
            AddressWish.read(
                each.privateIpAddress(),
                each.privateIpAddresses(),
                each.secondaryPrivateIpAddressCount(),
                each.ipv6Addresses(),
                each.ipv6AddressCount())),
        !Boolean.FALSE.equals(each.deleteOnTermination()),
        alone
            && Objects.requireNonNullElse(
                each.associatePublicIpAddress(), subnet.settings().mapPublicIp()));
  }

  private InterfaceSpec present(InstanceNetworkInterfaceSpecification each, String id) {
    NetworkInterface eni = Lookups.INTERFACE.get(network.interfaces(), caller, id);
    refuseWithId(each.subnetId() != null, "a subnet");
    refuseWithId(!each.groups().isEmpty(), "groups");
    refuseWithId(each.description() != null, "a description");
    refuseWithId(
        each.privateIpAddress() != null
            || !each.privateIpAddresses().isEmpty()
            || each.secondaryPrivateIpAddressCount() != null,
        "private addresses");
    refuseWithId(
        !each.ipv6Addresses().isEmpty() || each.ipv6AddressCount() != null, "IPv6 addresses");
    refuseWithId(Boolean.TRUE.equals(each.associatePublicIpAddress()), "associatePublicIPAddress");
    refuseWithId(Boolean.TRUE.equals(each.deleteOnTermination()), "delete on termination as true");
    if (eni.attachment().isPresent()) {
      throw new AwsException(
          "InvalidNetworkInterface.InUse", "Interface: [%s] in use.".formatted(id));
    }
    return new InterfaceSpec.Present(
        each.deviceIndex(), eni, network.subnets().require(eni.subnet()));
  }

  private static void refuseWithId(boolean given, String what) {
    if (given) {
      throw new AwsException(
          "InvalidParameterCombination",
          "A network interface may not specify both a network interface ID and " + what);
    }
  }

  private static void refuseInstanceLevel(RunInstancesRequest request) {
    refuse(request.subnetId() != null, "subnet ID");
    refuse(
        !request.securityGroupIds().isEmpty() || !request.securityGroups().isEmpty(),
        "security groups");
    refuse(request.privateIpAddress() != null, "private IP address");
    refuse(!request.ipv6Addresses().isEmpty(), "IPv6 addresses");
    refuse(request.ipv6AddressCount() != null, "IPv6 address count");
  }

  private static void refuse(boolean given, String what) {
    if (given) {
      throw new AwsException(
          "InvalidParameterCombination",
          "Network interfaces and an instance-level %s may not be specified on the same request"
              .formatted(what));
    }
  }
}
