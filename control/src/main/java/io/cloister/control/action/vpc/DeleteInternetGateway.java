package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InternetGateway;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayResponse;

/** Deletes an internet gateway that is attached to nothing. */
public record DeleteInternetGateway()
    implements Action<DeleteInternetGatewayRequest, DeleteInternetGatewayResponse> {
  @Override
  public Class<DeleteInternetGatewayRequest> request() {
    return DeleteInternetGatewayRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InternetGatewayId");
  }

  @Override
  public Decision<DeleteInternetGatewayResponse> decide(
      Network network, Caller caller, DeleteInternetGatewayRequest request, Draw draw) {
    InternetGateway gateway =
        Lookups.INTERNET_GATEWAY.get(
            network.internetGateways(), caller, request.internetGatewayId());
    new Dependencies()
        .addIds(gateway.vpc().stream().toList())
        .refuse("internetGateway", gateway.id());
    return Decision.of(
        DeleteInternetGatewayResponse.builder().build(), new Change.Remove(gateway.id()));
  }
}
