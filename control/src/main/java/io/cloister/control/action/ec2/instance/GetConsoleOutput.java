package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.Base64;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputResponse;

/** Gives the console output of an instance, in Base64, always the latest. */
final class GetConsoleOutput implements Action<GetConsoleOutputRequest, GetConsoleOutputResponse> {
  private final Consoles consoles;

  GetConsoleOutput(Consoles consoles) {
    this.consoles = consoles;
  }

  @Override
  public Class<GetConsoleOutputRequest> request() {
    return GetConsoleOutputRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceId", "Latest");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<GetConsoleOutputResponse> decide(
      Network network, Caller caller, GetConsoleOutputRequest request, Draw draw) {
    Instance instance = InstanceStates.one(network, caller, request.instanceId(), draw);
    byte[] output = consoles.of(instance.id());
    return Decision.answer(
        GetConsoleOutputResponse.builder()
            .instanceId(instance.id().value())
            .timestamp(draw.now())
            .output(output.length == 0 ? null : Base64.getEncoder().encodeToString(output))
            .build());
  }
}
