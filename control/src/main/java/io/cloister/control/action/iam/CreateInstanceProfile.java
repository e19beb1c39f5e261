package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.InstanceProfileId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InstanceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileResponse;

/** Makes an instance profile without a role. */
final class CreateInstanceProfile
    implements Action<CreateInstanceProfileRequest, CreateInstanceProfileResponse> {
  @Override
  public Class<CreateInstanceProfileRequest> request() {
    return CreateInstanceProfileRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceProfileName", "Path", "Tags");
  }

  @Override
  public Decision<CreateInstanceProfileResponse> decide(
      Network network, Caller caller, CreateInstanceProfileRequest request, Draw draw) {
    SortedMap<String, String> tags = IamTags.given(request.tags());
    Entities.checkFree(
        "Instance Profile",
        request.instanceProfileName(),
        Entities.profiles(network, caller).map(InstanceProfile::name));
    Entities.checkQuota(
        "InstanceProfilesPerAccount",
        1 + Entities.profiles(network, caller).count(),
        Entities.MOST);
    InstanceProfile profile =
        new InstanceProfile(
            new InstanceProfileId(Entities.id(InstanceProfileId.PREFIX, draw.id("profile"))),
            Entities.scope(caller),
            request.instanceProfileName(),
            Objects.requireNonNullElse(request.path(), "/"),
            Optional.empty(),
            draw.now());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(profile));
    changes.addAll(Tagging.changes(profile.id(), tags));
    return new Decision<>(
        changes,
        CreateInstanceProfileResponse.builder()
            .instanceProfile(IamShapes.profile(network.apply(changes), profile))
            .build());
  }
}
