package io.cloister.model.vpc;

import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.id.ResourceId;

/** Whatever has an id of its own and belongs to a scope. */
public sealed interface Resource
    permits DhcpOptions,
        ElasticIp,
        EndpointService,
        FlowLog,
        HostedZone,
        Instance,
        InstanceProfile,
        InternetGateway,
        KeyPair,
        Listener,
        ListenerRule,
        LoadBalancer,
        NetworkAcl,
        NetworkInterface,
        PeeringConnection,
        ProfileAssociation,
        Role,
        RouteTable,
        SecurityGroup,
        Subnet,
        TargetGroup,
        TransitGateway,
        TransitGatewayAttachment,
        TransitGatewayRouteTable,
        Vpc,
        VpcEndpoint {

  /** The id, unique among all accounts and regions. */
  ResourceId id();

  /** Where it belongs. */
  Scope scope();
}
