package io.cloister.control.action.flowlog;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.FlowLogId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Deletes flow logs. One that isn't there doesn't keep the others: the answer names it. */
final class DeleteFlowLogs implements Action<DeleteFlowLogsRequest, DeleteFlowLogsResponse> {
  @Override
  public Class<DeleteFlowLogsRequest> request() {
    return DeleteFlowLogsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("FlowLogIds");
  }

  @Override
  public Decision<DeleteFlowLogsResponse> decide(
      Network network, Caller caller, DeleteFlowLogsRequest request, Draw draw) {
    if (request.flowLogIds().isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter flowLogId");
    }
    List<Change> changes = new ArrayList<>();
    List<UnsuccessfulItem> missing = new ArrayList<>();
    for (String text : request.flowLogIds().stream().distinct().toList()) {
      FlowLogId id = Lookups.FLOW_LOG.id(text);
      if (network.flowLogs().get(id).filter(f -> f.scope().equals(caller.scope())).isPresent()) {
        changes.add(new Change.Remove(id));
      } else {
        missing.add(
            UnsuccessfulItem.builder()
                .resourceId(text)
                .error(e ->
                    e.code("InvalidFlowLogId.NotFound")
                        .message("The flow log ID '%s' does not exist".formatted(text)))
                .build());
      }
    }
    return new Decision<>(changes, DeleteFlowLogsResponse.builder().unsuccessful(missing).build());
  }
}
