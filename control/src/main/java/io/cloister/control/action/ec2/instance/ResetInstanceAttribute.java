package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ResetInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ResetInstanceAttributeResponse;

/** Sets the check of source and destination, the kernel or the RAM disk back. */
final class ResetInstanceAttribute
    implements Action<ResetInstanceAttributeRequest, ResetInstanceAttributeResponse> {
  @Override
  public Class<ResetInstanceAttributeRequest> request() {
    return ResetInstanceAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceId", "Attribute");
  }

  @Override
  public Decision<ResetInstanceAttributeResponse> decide(
      Network network, Caller caller, ResetInstanceAttributeRequest request, Draw draw) {
    Instance instance = InstanceStates.one(network, caller, request.instanceId(), draw);
    String attribute = String.valueOf(request.attributeAsString());
    List<Change> changes =
        switch (attribute) {
          case "sourceDestCheck" ->
              Ends.attached(network, instance).stream()
                  .limit(1)
                  .<Change>map(e -> new Change.Put(e.withSourceDestCheck(true)))
                  .toList();
          case "kernel" ->
              List.of(
                  new Change.Put(
                      LaunchOptions.with(
                          ModifyInstanceAttribute.stopped(instance),
                          LaunchOptions.of(instance).toBuilder().kernelId(null).build())));
          case "ramdisk" ->
              List.of(
                  new Change.Put(
                      LaunchOptions.with(
                          ModifyInstanceAttribute.stopped(instance),
                          LaunchOptions.of(instance).toBuilder().ramdiskId(null).build())));
          default ->
              throw new AwsException(
                  "InvalidParameterValue",
                  "Value (%s) for parameter attribute is invalid. Only kernel, ramdisk and sourceDestCheck can be reset"
                      .formatted(attribute));
        };
    return new Decision<>(changes, ResetInstanceAttributeResponse.builder().build());
  }
}
