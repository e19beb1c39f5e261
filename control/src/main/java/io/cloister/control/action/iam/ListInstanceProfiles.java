package io.cloister.control.action.iam;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Page;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InstanceProfile;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;

/** Lists instance profiles by name, in pages. */
final class ListInstanceProfiles
    implements Action<ListInstanceProfilesRequest, ListInstanceProfilesResponse> {
  @Override
  public Class<ListInstanceProfilesRequest> request() {
    return ListInstanceProfilesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("PathPrefix", "Marker", "MaxItems");
  }

  @Override
  public Decision<ListInstanceProfilesResponse> decide(
      Network network, Caller caller, ListInstanceProfilesRequest request, Draw draw) {
    String prefix = Objects.requireNonNullElse(request.pathPrefix(), "/");
    Page<InstanceProfile> page =
        Entities.page(
            Entities.profiles(network, caller)
                .filter(p -> p.path().startsWith(prefix))
                .sorted(Comparator.comparing(InstanceProfile::name))
                .toList(),
            InstanceProfile::name,
            request.maxItems(),
            request.marker());
    return Decision.answer(
        ListInstanceProfilesResponse.builder()
            .instanceProfiles(IamShapes.profiles(network, page.items()))
            .isTruncated(page.next().isPresent())
            .marker(page.nextToken())
            .build());
  }
}
