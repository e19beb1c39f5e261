package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.NetworkInterface;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;

/**
 * Launches instances. They are pending in the answer; the data plane starts them and reports that
 * they run.
 */
final class RunInstances implements Action<RunInstancesRequest, RunInstancesResponse> {
  private static final Set<String> NETWORK =
      Set.of(
          "ImageId",
          "InstanceType",
          "KeyName",
          "MinCount",
          "MaxCount",
          "SubnetId",
          "SecurityGroupIds",
          "SecurityGroups",
          "PrivateIpAddress",
          "Ipv6Addresses.Ipv6Address",
          "Ipv6AddressCount",
          "UserData",
          "TagSpecifications",
          "NetworkInterfaces.AssociatePublicIpAddress",
          "NetworkInterfaces.DeleteOnTermination",
          "NetworkInterfaces.Description",
          "NetworkInterfaces.DeviceIndex",
          "NetworkInterfaces.Groups",
          "NetworkInterfaces.Ipv6AddressCount",
          "NetworkInterfaces.Ipv6Addresses.Ipv6Address",
          "NetworkInterfaces.NetworkInterfaceId",
          "NetworkInterfaces.PrivateIpAddress",
          "NetworkInterfaces.PrivateIpAddresses",
          "NetworkInterfaces.SecondaryPrivateIpAddressCount",
          "NetworkInterfaces.SubnetId");

  private final PublicPool pool;

  RunInstances(PublicPool pool) {
    this.pool = pool;
  }

  @Override
  public Class<RunInstancesRequest> request() {
    return RunInstancesRequest.class;
  }

  @Override
  public Set<String> honours() {
    Set<String> all = new HashSet<>(NETWORK);
    all.addAll(LaunchOptions.MEMBERS);
    return Set.copyOf(all);
  }

  @Override
  public Decision<RunInstancesResponse> decide(
      Network network, Caller caller, RunInstancesRequest request, Draw draw) {
    Launch launch = Launch.read(network, caller, request);
    SortedMap<String, String> tags = tags(request, "instance");
    SortedMap<String, String> eniTags = tags(request, "network-interface");
    SortedMap<String, String> volumeTags = tags(request, "volume");
    List<InterfaceSpec> specs = new InterfaceSpecs(network, caller, draw).read(request);
    Optional<InstanceProfile> profile =
        Optional.ofNullable(request.iamInstanceProfile())
            .map(given -> Profiles.get(network, caller, given));
    int count = new LaunchCount(network, caller, draw).of(launch, specs);
    String options = LaunchOptions.json(withoutProfile(request));
    Launcher launcher = new Launcher(network, pool, draw);
    List<Instance> launched = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      launched.add(launcher.launch(launch, specs, options, i));
    }
    List<Change> changes = new ArrayList<>(launcher.changes());
    for (Change change : launcher.changes()) {
      if (change instanceof Change.Put(NetworkInterface eni)
          && !network.interfaces().has(eni.id())) {
        changes.addAll(Tagging.changes(eni.id(), eniTags));
      }
    }
    for (Instance instance : launched) {
      profile.ifPresent(p -> changes.add(new Change.Put(Profiles.associated(instance, p, draw))));
      changes.addAll(Tagging.changes(instance.id(), tags));
      for (Volumes.Volume volume : Volumes.of(instance)) {
        changes.addAll(Tagging.changes(volume.id(), volumeTags));
      }
    }
    Network after = network.apply(changes);
    changes.addAll(Ends.forget(network, caller.scope(), draw.now()));
    return new Decision<>(changes, answer(after, launched));
  }

  /** The profile isn't kept with the launch: its association tells, which may be replaced. */
  private static RunInstancesRequest withoutProfile(RunInstancesRequest request) {
    return request.toBuilder()
        .iamInstanceProfile(IamInstanceProfileSpecification.builder().build())
        .build();
  }

  private static SortedMap<String, String> tags(RunInstancesRequest request, String type) {
    return Tagging.given(
        request.tagSpecifications(), type, "instance", "network-interface", "volume");
  }

  private static RunInstancesResponse answer(Network network, List<Instance> launched) {
    Reservation reservation = InstanceShapes.reservation(network, launched);
    return RunInstancesResponse.builder()
        .reservationId(reservation.reservationId())
        .ownerId(reservation.ownerId())
        .groups(reservation.groups())
        .instances(reservation.instances())
        .build();
  }
}
