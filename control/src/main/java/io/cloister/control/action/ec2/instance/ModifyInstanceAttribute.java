package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.ec2.type.InstanceTypes;
import io.cloister.control.action.ec2.type.TypeFacts;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeResponse;

/** Changes one attribute of an instance, some only while it is stopped. */
final class ModifyInstanceAttribute
    implements Action<ModifyInstanceAttributeRequest, ModifyInstanceAttributeResponse> {
  @Override
  public Class<ModifyInstanceAttributeRequest> request() {
    return ModifyInstanceAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "InstanceId",
        "Attribute",
        "Value",
        "BlockDeviceMappings",
        "DisableApiStop",
        "DisableApiTermination",
        "EbsOptimized",
        "EnaSupport",
        "Groups",
        "InstanceInitiatedShutdownBehavior",
        "InstanceType",
        "Kernel",
        "Ramdisk",
        "SourceDestCheck",
        "SriovNetSupport",
        "UserData");
  }

  @Override
  public Decision<ModifyInstanceAttributeResponse> decide(
      Network network, Caller caller, ModifyInstanceAttributeRequest request, Draw draw) {
    Instance instance = InstanceStates.one(network, caller, request.instanceId(), draw);
    if (instance.state().ended()) {
      throw new AwsException(
          "IncorrectInstanceState",
          "The instance '%s' is %s and can't be modified"
              .formatted(instance.id(), instance.state().text()));
    }
    Change change =
        switch (InstanceAttributes.of(request)) {
          case InstanceAttributes.Type(String name) ->
              new Change.Put(stopped(instance).withType(fitting(network, instance, name)));
          case InstanceAttributes.UserData(String base64) ->
              new Change.Put(
                  stopped(instance)
                      .withUserData(
                          Optional.of(Launch.userData(base64)).filter(d -> !d.isEmpty())));
          case InstanceAttributes.SourceDestCheck(boolean on) ->
              new Change.Put(only(network, instance).withSourceDestCheck(on));
          case InstanceAttributes.Groups(List<String> ids) -> {
            NetworkInterface eni = only(network, instance);
            yield new Change.Put(
                eni.withGroups(
                    Groups.forInterface(
                        network, caller, eni.vpc(), eni.subnet().value(), ids, List.of())));
          }
          case InstanceAttributes.Disks() ->
              new Change.Put(Disks.modified(instance, request.blockDeviceMappings()));
          case InstanceAttributes.Kept kept -> new Change.Put(KeptAttribute.put(instance, kept));
        };
    return Decision.of(ModifyInstanceAttributeResponse.builder().build(), change);
  }

  /** The instance, which must be stopped. */
  static Instance stopped(Instance instance) {
    if (instance.state() != Instance.State.STOPPED) {
      throw new AwsException(
          "IncorrectInstanceState",
          "The instance '%s' is not in the 'stopped' state.".formatted(instance.id()));
    }
    return instance;
  }

  private static String fitting(Network network, Instance instance, String name) {
    TypeFacts type = InstanceTypes.get(name);
    List<NetworkInterface> attached = Ends.attached(network, instance);
    if (attached.size() > type.interfaces()) {
      throw new AwsException(
          "AttachmentLimitExceeded",
          "Interface count %d exceeds the limit for %s: it is %d"
              .formatted(attached.size(), name, type.interfaces()));
    }
    attached.forEach(e -> type.checkAddresses(e.ipv4().size(), e.ipv6().size()));
    return name;
  }

  private static NetworkInterface only(Network network, Instance instance) {
    List<NetworkInterface> attached = Ends.attached(network, instance);
    if (attached.size() != 1) {
      throw new AwsException(
          "InvalidInstanceID",
          "There are multiple interfaces attached to instance '%s'. Please specify an interface ID for the operation instead."
              .formatted(instance.id()));
    }
    return attached.getFirst();
  }
}
