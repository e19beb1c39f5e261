package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.ProfileAssociationId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ProfileAssociation;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeIamInstanceProfileAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociation;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;

/** Describes which instances have which profiles. */
final class DescribeIamInstanceProfileAssociations
    implements Action<
        DescribeIamInstanceProfileAssociationsRequest,
        DescribeIamInstanceProfileAssociationsResponse> {
  private static final int LEAST = 5;
  private static final Filters<IamInstanceProfileAssociation> FILTERS =
      ShapeFilters.of(a -> new ProfileAssociationId(a.associationId()), "instance-id", "state");

  @Override
  public Class<DescribeIamInstanceProfileAssociationsRequest> request() {
    return DescribeIamInstanceProfileAssociationsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeIamInstanceProfileAssociationsResponse> decide(
      Network network,
      Caller caller,
      DescribeIamInstanceProfileAssociationsRequest request,
      Draw draw) {
    if (request.maxResults() != null && !request.associationIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter associationIds cannot be used with the parameter maxResults");
    }
    var condition = FILTERS.condition(network, request.filters());
    Stream<ProfileAssociation> asked =
        request.associationIds().isEmpty()
            ? network.profileAssociations().where(a -> a.scope().equals(caller.scope()))
            : request.associationIds().stream()
                .distinct()
                .map(id -> Profiles.association(network, caller, id));
    Page<IamInstanceProfileAssociation> page =
        Page.of(
            asked
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(a -> Profiles.shape(network, a, IamInstanceProfileAssociationState.ASSOCIATED))
                .filter(condition)
                .toList(),
            IamInstanceProfileAssociation::associationId,
            request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeIamInstanceProfileAssociationsResponse.builder()
            .iamInstanceProfileAssociations(page.items())
            .nextToken(page.nextToken())
            .build());
  }
}
