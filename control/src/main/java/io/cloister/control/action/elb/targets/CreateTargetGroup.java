package io.cloister.control.action.elb.targets;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.elb.support.BalancerNames;
import io.cloister.control.action.elb.support.ElbArns;
import io.cloister.control.action.elb.support.ElbTags;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.elb.HealthCheck;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;

/**
 * Makes a target group. The same call again is answered with the one that is there; the same name
 * with other settings is refused.
 */
public record CreateTargetGroup()
    implements Action<CreateTargetGroupRequest, CreateTargetGroupResponse> {
  @Override
  public Class<CreateTargetGroupRequest> request() {
    return CreateTargetGroupRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "Name",
        "Protocol",
        "ProtocolVersion",
        "Port",
        "VpcId",
        "TargetType",
        "IpAddressType",
        "Tags",
        "HealthCheckEnabled",
        "HealthCheckProtocol",
        "HealthCheckPort",
        "HealthCheckPath",
        "HealthCheckIntervalSeconds",
        "HealthCheckTimeoutSeconds",
        "HealthyThresholdCount",
        "UnhealthyThresholdCount",
        "Matcher");
  }

  @Override
  public Decision<CreateTargetGroupResponse> decide(
      Network network, Caller caller, CreateTargetGroupRequest request, Draw draw) {
    String name = BalancerNames.checked("target group", request.name());
    GroupShape shape =
        GroupShape.read(
            request.targetTypeAsString(),
            request.protocolAsString(),
            request.protocolVersion(),
            request.ipAddressTypeAsString());
    int port = port(request.port());
    Vpc vpc = vpc(network, caller, request.vpcId());
    HealthCheck health = HealthRules.with(shape, HealthRules.usual(shape), HealthWish.of(request));
    SortedMap<String, String> tags = ElbTags.given(request.tags());
    TargetGroup wanted =
        new TargetGroup(
            ElbArns.targetGroup(caller, name, draw),
            caller.scope(),
            name,
            shape.targets(),
            shape.protocol(),
            shape.version(),
            port,
            vpc.id(),
            shape.family(),
            health,
            List.of(),
            Map.of());
    Optional<TargetGroup> there =
        network
            .targetGroups()
            .where(g -> g.name().equals(name) && g.scope().equals(caller.scope()))
            .findFirst();
    if (there.isPresent()) {
      return Decision.answer(answer(network, again(there.get(), wanted)));
    }
    long count = network.targetGroups().where(g -> g.scope().equals(caller.scope())).count();
    Quotas.of(network, caller).check(Quota.TARGET_GROUPS_PER_REGION, count + 1);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(wanted));
    changes.addAll(ElbTags.changes(wanted.id(), tags));
    return new Decision<>(changes, answer(network, wanted));
  }

  private static TargetGroup again(TargetGroup there, TargetGroup wanted) {
    boolean same =
        there.targetType() == wanted.targetType()
            && there.protocol() == wanted.protocol()
            && there.protocolVersion().equals(wanted.protocolVersion())
            && there.port() == wanted.port()
            && there.vpc().equals(wanted.vpc())
            && there.family() == wanted.family()
            && there.health().equals(wanted.health());
    if (!same) {
      throw new AwsException(
          "DuplicateTargetGroupName",
          "A target group with the same name '%s' exists, but with different settings"
              .formatted(there.name()));
    }
    return there;
  }

  private static CreateTargetGroupResponse answer(Network network, TargetGroup group) {
    return CreateTargetGroupResponse.builder()
        .targetGroups(TargetGroupAnswer.of(network, group))
        .build();
  }

  private static int port(@Nullable Integer port) {
    if (port == null) {
      throw new AwsException("ValidationError", "A port must be specified");
    }
    return TargetRules.port(port);
  }

  private static Vpc vpc(Network network, Caller caller, @Nullable String id) {
    if (id == null) {
      throw new AwsException("ValidationError", "A VPC ID must be specified");
    }
    return network
        .vpcs()
        .where(v -> v.id().value().equals(id) && v.scope().equals(caller.scope()))
        .findFirst()
        .orElseThrow(() ->
            new AwsException("ValidationError", "The VPC ID '%s' is not found".formatted(id)));
  }
}
