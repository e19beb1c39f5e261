package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InternetGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayResponse;

/** Makes an internet gateway that is attached to nothing. */
public record CreateInternetGateway()
    implements Action<CreateInternetGatewayRequest, CreateInternetGatewayResponse> {
  @Override
  public Class<CreateInternetGatewayRequest> request() {
    return CreateInternetGatewayRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TagSpecifications");
  }

  @Override
  public Decision<CreateInternetGatewayResponse> decide(
      Network network, Caller caller, CreateInternetGatewayRequest request, Draw draw) {
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "internet-gateway");
    Quotas.of(network, caller)
        .check(
            Quota.INTERNET_GATEWAYS_PER_REGION,
            1 + network.internetGateways().where(g -> g.scope().equals(caller.scope())).count());
    InternetGateway gateway =
        new InternetGateway(
            new InternetGatewayId(draw.id(InternetGatewayId.PREFIX)),
            caller.scope(),
            Optional.empty());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(gateway));
    changes.addAll(Tagging.changes(gateway.id(), tags));
    return new Decision<>(
        changes,
        CreateInternetGatewayResponse.builder()
            .internetGateway(InternetGatewayAnswer.of(network.apply(changes), gateway))
            .build());
  }
}
