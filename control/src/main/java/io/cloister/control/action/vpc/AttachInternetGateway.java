package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.Vpc;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayResponse;

/** Attaches an internet gateway to a VPC: one to one. */
public record AttachInternetGateway()
    implements Action<AttachInternetGatewayRequest, AttachInternetGatewayResponse> {
  @Override
  public Class<AttachInternetGatewayRequest> request() {
    return AttachInternetGatewayRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("InternetGatewayId", "VpcId");
  }

  @Override
  public Decision<AttachInternetGatewayResponse> decide(
      Network network, Caller caller, AttachInternetGatewayRequest request, Draw draw) {
    InternetGateway gateway =
        Lookups.INTERNET_GATEWAY.get(
            network.internetGateways(), caller, request.internetGatewayId());
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    gateway
        .vpc()
        .ifPresent(other -> {
          throw new AwsException(
              "Resource.AlreadyAssociated",
              "resource %s is already attached to network %s".formatted(gateway.id(), other));
        });
    Parts.gateway(network, vpc.id())
        .ifPresent(other -> {
          throw new AwsException(
              "InvalidParameterValue",
              "Network %s already has an internet gateway attached: %s"
                  .formatted(vpc.id(), other.id()));
        });
    return Decision.of(
        AttachInternetGatewayResponse.builder().build(),
        new Change.Put(gateway.attachedTo(vpc.id())));
  }
}
