package io.cloister.control.action.endpoint;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Leg;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointResponse;

/** Makes a way to a service of AWS: a route to S3 or DynamoDB, or interfaces in subnets. */
final class CreateVpcEndpoint
    implements Action<CreateVpcEndpointRequest, CreateVpcEndpointResponse> {
  @Override
  public Class<CreateVpcEndpointRequest> request() {
    return CreateVpcEndpointRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "VpcEndpointType",
        "VpcId",
        "ServiceName",
        "PolicyDocument",
        "RouteTableIds",
        "SubnetIds",
        "SecurityGroupIds",
        "PrivateDnsEnabled",
        "IpAddressType",
        "TagSpecifications");
  }

  @Override
  public Set<Feature> needs(CreateVpcEndpointRequest request) {
    return Set.of(
        type(request) == VpcEndpoint.Type.GATEWAY
            ? Feature.GATEWAY_ENDPOINTS
            : Feature.INTERFACE_ENDPOINTS);
  }

  private static VpcEndpoint.Type type(CreateVpcEndpointRequest request) {
    if (request.vpcEndpointType() == null) {
      return VpcEndpoint.Type.GATEWAY;
    }
    return switch (request.vpcEndpointType()) {
      case GATEWAY -> VpcEndpoint.Type.GATEWAY;
      case INTERFACE -> VpcEndpoint.Type.INTERFACE;
      default ->
          throw new AwsException(
              "UnsupportedOperation",
              "Endpoints of the type %s are not built: they can be Gateway or Interface"
                  .formatted(request.vpcEndpointTypeAsString()));
    };
  }

  @Override
  public Decision<CreateVpcEndpointResponse> decide(
      Network network, Caller caller, CreateVpcEndpointRequest request, Draw draw) {
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "vpc-endpoint");
    VpcEndpoint.Type type = type(request);
    Vpc vpc = Lookups.VPC.get(network.vpcs(), caller, request.vpcId());
    if (request.serviceName() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter serviceName");
    }
    AwsService service = AwsService.get(caller, request.serviceName(), type);
    List<Change> changes = new ArrayList<>();
    VpcEndpointId id = new VpcEndpointId(draw.id(VpcEndpointId.PREFIX));
    VpcEndpoint made =
        switch (type) {
          case GATEWAY -> gateway(network, caller, vpc, id, request, draw);
          case INTERFACE -> inSubnets(network, caller, vpc, service, id, request, draw, changes);
        };
    changes.add(new Change.Put(made));
    changes.addAll(Tagging.changes(id, tags));
    var shape = EndpointShapes.of(network.apply(changes), caller, made);
    return new Decision<>(
        changes,
        CreateVpcEndpointResponse.builder()
            .vpcEndpoint(
                type == VpcEndpoint.Type.GATEWAY
                    ? shape
                    : shape.toBuilder().state("pending").build())
            .clientToken(request.clientToken())
            .build());
  }

  private static VpcEndpoint gateway(
      Network network,
      Caller caller,
      Vpc vpc,
      VpcEndpointId id,
      CreateVpcEndpointRequest request,
      Draw draw) {
    if (!request.subnetIds().isEmpty()
        || !request.securityGroupIds().isEmpty()
        || Boolean.TRUE.equals(request.privateDnsEnabled())) {
      throw new AwsException(
          "InvalidParameter",
          "A gateway endpoint has no subnets, security groups or private DNS: give it route tables");
    }
    Quotas.of(network, caller)
        .check(
            Quota.GATEWAY_ENDPOINTS_PER_REGION,
            1
                + network
                    .endpoints()
                    .where(e ->
                        e.scope().equals(caller.scope()) && e.type() == VpcEndpoint.Type.GATEWAY)
                    .count());
    return endpoint(
        caller,
        vpc,
        id,
        request,
        draw,
        Choices.tables(
            network, caller, vpc, request.serviceName(), Optional.empty(), request.routeTableIds()),
        List.of(),
        List.of(),
        false);
  }

  private static VpcEndpoint inSubnets(
      Network network,
      Caller caller,
      Vpc vpc,
      AwsService service,
      VpcEndpointId id,
      CreateVpcEndpointRequest request,
      Draw draw,
      List<Change> changes) {
    if (!request.routeTableIds().isEmpty()) {
      throw new AwsException(
          "InvalidParameter", "An interface endpoint has no route tables: give it subnets");
    }
    if (request.ipAddressType() != null && !request.ipAddressTypeAsString().equals("ipv4")) {
      throw new AwsException(
          "UnsupportedOperation",
          "Endpoints with addresses of the type %s are not built: they can be ipv4"
              .formatted(request.ipAddressTypeAsString()));
    }
    Quotas.of(network, caller)
        .check(
            Quota.INTERFACE_ENDPOINTS_PER_VPC,
            1
                + network
                    .index()
                    .endpoints(vpc.id())
                    .map(network.endpoints()::require)
                    .filter(e -> e.type() == VpcEndpoint.Type.INTERFACE)
                    .count());
    // Without a word of the caller's it is on for every service that has a name to give (EC2 API
    // reference, CreateVpcEndpoint).
    boolean names =
        request.privateDnsEnabled() == null
            ? service.privateName().isPresent() && !service.shortName().equals("s3")
            : request.privateDnsEnabled();
    if (names) {
      Choices.checkPrivateDns(network, vpc, service, Optional.empty());
    }
    List<Subnet> subnets = Choices.subnets(network, caller, vpc, request.subnetIds());
    List<SecurityGroupId> groups = Choices.groups(network, caller, vpc, request.securityGroupIds());
    List<Leg> legs =
        new EndpointInterfaces(network, draw, id).make(caller, subnets, groups, changes);
    return endpoint(caller, vpc, id, request, draw, List.of(), legs, groups, names);
  }

  private static VpcEndpoint endpoint(
      Caller caller,
      Vpc vpc,
      VpcEndpointId id,
      CreateVpcEndpointRequest request,
      Draw draw,
      List<RouteTableId> tables,
      List<Leg> legs,
      List<SecurityGroupId> groups,
      boolean names) {
    String drawn = draw.id("x");
    return new VpcEndpoint(
        id,
        caller.scope(),
        vpc.id(),
        type(request),
        request.serviceName(),
        Optional.of(Choices.policy(request.policyDocument())),
        tables,
        legs,
        groups,
        names,
        new VpcEndpoint.DnsOptions("ipv4", "ipv4", false),
        drawn.substring(drawn.length() - 8),
        VpcEndpoint.State.AVAILABLE,
        draw.now());
  }
}
