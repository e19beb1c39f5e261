package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InstanceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileResponse;

/**
 * Deletes an instance profile without a role. Instances that have it lose it: AWS lets them keep a
 * name that leads nowhere.
 */
final class DeleteInstanceProfile
    implements Action<DeleteInstanceProfileRequest, DeleteInstanceProfileResponse> {
  @Override
  public Class<DeleteInstanceProfileRequest> request() {
    return DeleteInstanceProfileRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceProfileName");
  }

  @Override
  public Decision<DeleteInstanceProfileResponse> decide(
      Network network, Caller caller, DeleteInstanceProfileRequest request, Draw draw) {
    InstanceProfile profile = Entities.profile(network, caller, request.instanceProfileName());
    if (profile.role().isPresent()) {
      throw Entities.conflict(
          "Cannot delete entity, must remove roles from instance profile first.");
    }
    List<Change> changes = new ArrayList<>();
    network
        .profileAssociations()
        .where(a -> a.profile().equals(profile.id()))
        .forEach(a -> changes.add(new Change.Remove(a.id())));
    changes.add(new Change.Remove(profile.id()));
    return new Decision<>(changes, DeleteInstanceProfileResponse.builder().build());
  }
}
