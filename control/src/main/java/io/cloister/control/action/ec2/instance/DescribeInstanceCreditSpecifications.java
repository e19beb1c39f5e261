package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreditSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceCreditSpecification;

/**
 * The credit option of burstable instances: the one that was asked for, else {@code standard} for
 * T2 and {@code unlimited} for the later ones.
 */
final class DescribeInstanceCreditSpecifications
    implements Action<
        DescribeInstanceCreditSpecificationsRequest, DescribeInstanceCreditSpecificationsResponse> {
  private static final int LEAST = 5;
  private static final Filters<InstanceCreditSpecification> FILTERS =
      ShapeFilters.of(s -> new InstanceId(s.instanceId()), "instance-id");

  @Override
  public Class<DescribeInstanceCreditSpecificationsRequest> request() {
    return DescribeInstanceCreditSpecificationsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InstanceIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeInstanceCreditSpecificationsResponse> decide(
      Network network,
      Caller caller,
      DescribeInstanceCreditSpecificationsRequest request,
      Draw draw) {
    boolean named = !request.instanceIds().isEmpty();
    var shapes =
        Lookups.INSTANCE.list(network.instances(), caller, request.instanceIds()).stream()
            .filter(i -> !Ends.forgotten(i, draw.now()))
            .filter(i -> burstable(i, named))
            .map(i ->
                InstanceCreditSpecification.builder()
                    .instanceId(i.id().value())
                    .cpuCredits(credits(i))
                    .build())
            .filter(s -> named || s.cpuCredits().equals("unlimited"))
            .filter(FILTERS.condition(network, request.filters()))
            .toList();
    var page =
        Page.of(
            shapes,
            InstanceCreditSpecification::instanceId,
            request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeInstanceCreditSpecificationsResponse.builder()
            .instanceCreditSpecifications(page.items())
            .nextToken(page.nextToken())
            .build());
  }

  private static boolean burstable(Instance instance, boolean mustBe) {
    boolean is = instance.type().matches("t\\d[a-z]*\\..*");
    if (!is && mustBe) {
      throw new AwsException(
          "InvalidInstanceCreditSpecification.NotSupported",
          "The instance '%s' of type %s is not a burstable performance instance"
              .formatted(instance.id(), instance.type()));
    }
    return is;
  }

  private static String credits(Instance instance) {
    return Optional.ofNullable(LaunchOptions.of(instance).creditSpecification())
        .map(CreditSpecificationRequest::cpuCredits)
        .orElse(instance.type().startsWith("t2.") ? "standard" : "unlimited");
  }
}
