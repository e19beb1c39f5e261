package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.ElbLookups;
import io.cloister.control.action.elb.support.GroupUse;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * The health of the targets of a group: why one is not in use follows from the network, the rest is
 * observed.
 */
public record DescribeTargetHealth(Healths healths)
    implements Action<DescribeTargetHealthRequest, DescribeTargetHealthResponse> {
  @Override
  public Class<DescribeTargetHealthRequest> request() {
    return DescribeTargetHealthRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TargetGroupArn", "Targets");
  }

  @Override
  public Decision<DescribeTargetHealthResponse> decide(
      Network network, Caller caller, DescribeTargetHealthRequest request, Draw draw) {

    TargetGroup group = ElbLookups.targetGroup(network, caller, request.targetGroupArn());
    Optional<TargetHealth> everybody = unused(network, group);
    return Decision.answer(
        DescribeTargetHealthResponse.builder()
            .targetHealthDescriptions(
                asked(group, request.targets())
                    .map(t -> description(network, group, t, everybody))
                    .toList())
            .build());
  }

  private static Stream<TargetGroup.Target> asked(
      TargetGroup group, List<TargetDescription> wanted) {
    if (wanted.isEmpty()) {
      return group.targets().stream();
    }
    return wanted.stream()
        .map(w -> new TargetGroup.Target(w.id(), w.port() == null ? group.port() : w.port(), ""));
  }

  private TargetHealthDescription description(
      Network network,
      TargetGroup group,
      TargetGroup.Target target,
      Optional<TargetHealth> everybody) {
    boolean there = group.targets().stream().anyMatch(t -> TargetRules.same(t, target));
    TargetHealth health =
        !there
            ? TargetStates.UNREGISTERED
            : everybody
                .or(() -> TargetStates.invalid(network, group, target))
                .orElseGet(() -> healths.of(group, target));
    TargetDescription.Builder described =
        TargetDescription.builder().id(target.id()).port(target.port());
    if (!target.zone().isEmpty()) {
      described.availabilityZone(target.zone());
    }
    return TargetHealthDescription.builder()
        .target(described.build())
        .healthCheckPort(Integer.toString(group.health().port().orElse(target.port())))
        .targetHealth(health)
        .build();
  }

  private static Optional<TargetHealth> unused(Network network, TargetGroup group) {
    return GroupUse.balancers(network, group.id()).findFirst().isPresent()
        ? Optional.empty()
        : Optional.of(TargetStates.UNUSED);
  }
}
