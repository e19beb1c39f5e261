package io.cloister.model.network;

import io.cloister.model.elb.Listener;
import io.cloister.model.elb.ListenerRule;
import io.cloister.model.elb.LoadBalancer;
import io.cloister.model.elb.TargetGroup;
import io.cloister.model.id.AllocationId;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.FlowLogId;
import io.cloister.model.id.HostedZoneId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InstanceProfileId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.KeyPairId;
import io.cloister.model.id.ListenerArn;
import io.cloister.model.id.ListenerRuleArn;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.ProfileAssociationId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.RoleId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TargetGroupArn;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.id.VpcEndpointServiceId;
import io.cloister.model.id.VpcId;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.DhcpOptions;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.EndpointService;
import io.cloister.model.vpc.FlowLog;
import io.cloister.model.vpc.HostedZone;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.KeyPair;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.ProfileAssociation;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.Role;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import io.cloister.model.vpc.Vpc;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.Optional;
import java.util.SortedMap;

/** A network while changes are applied to it, by one thread; never seen outside. */
final class Draft {
  Table<VpcId, Vpc> vpcs = Table.empty();
  Table<SubnetId, Subnet> subnets = Table.empty();
  Table<InternetGatewayId, InternetGateway> internetGateways = Table.empty();
  Table<RouteTableId, RouteTable> routeTables = Table.empty();
  Table<NetworkAclId, NetworkAcl> networkAcls = Table.empty();
  Table<SecurityGroupId, SecurityGroup> securityGroups = Table.empty();
  Table<AllocationId, ElasticIp> elasticIps = Table.empty();
  Table<NetworkInterfaceId, NetworkInterface> interfaces = Table.empty();
  Table<InstanceId, Instance> instances = Table.empty();
  Table<KeyPairId, KeyPair> keyPairs = Table.empty();
  Table<DhcpOptionsId, DhcpOptions> dhcpOptions = Table.empty();
  Table<LoadBalancerArn, LoadBalancer> loadBalancers = Table.empty();
  Table<ListenerArn, Listener> listeners = Table.empty();
  Table<ListenerRuleArn, ListenerRule> listenerRules = Table.empty();
  Table<TargetGroupArn, TargetGroup> targetGroups = Table.empty();
  Table<PeeringConnectionId, PeeringConnection> peerings = Table.empty();
  Table<TransitGatewayId, TransitGateway> transitGateways = Table.empty();
  Table<TransitGatewayAttachmentId, TransitGatewayAttachment> attachments = Table.empty();
  Table<TransitGatewayRouteTableId, TransitGatewayRouteTable> transitTables = Table.empty();
  Table<VpcEndpointId, VpcEndpoint> endpoints = Table.empty();
  Table<VpcEndpointServiceId, EndpointService> endpointServices = Table.empty();
  Table<FlowLogId, FlowLog> flowLogs = Table.empty();
  Table<HostedZoneId, HostedZone> hostedZones = Table.empty();
  Table<RoleId, Role> roles = Table.empty();
  Table<InstanceProfileId, InstanceProfile> instanceProfiles = Table.empty();
  Table<ProfileAssociationId, ProfileAssociation> profileAssociations = Table.empty();
  Table<ResourceId, SortedMap<String, String>> tags = Table.empty();
  Table<ResourceId, String> origins = Table.empty();
  Table<Scope, Boolean> opened = Table.empty();
  Table<Token, Token.Answer> tokens = Table.empty();
  Table<Scope, Table<String, String>> settings = Table.empty();
  Index index = Index.EMPTY;

  Draft() {}

  Draft(Network from) {
    become(from);
  }

  private void become(Network from) {
    vpcs = from.vpcs();
    subnets = from.subnets();
    internetGateways = from.internetGateways();
    routeTables = from.routeTables();
    networkAcls = from.networkAcls();
    securityGroups = from.securityGroups();
    elasticIps = from.elasticIps();
    interfaces = from.interfaces();
    instances = from.instances();
    keyPairs = from.keyPairs();
    dhcpOptions = from.dhcpOptions();
    loadBalancers = from.loadBalancers();
    listeners = from.listeners();
    listenerRules = from.listenerRules();
    targetGroups = from.targetGroups();
    peerings = from.peerings();
    transitGateways = from.transitGateways();
    attachments = from.attachments();
    transitTables = from.transitTables();
    endpoints = from.endpoints();
    endpointServices = from.endpointServices();
    flowLogs = from.flowLogs();
    hostedZones = from.hostedZones();
    roles = from.roles();
    instanceProfiles = from.instanceProfiles();
    profileAssociations = from.profileAssociations();
    tags = from.tags();
    origins = from.origins();
    opened = from.opened();
    tokens = from.tokens();
    settings = from.settings();
    index = from.index();
  }

  void apply(Change change) {
    switch (change) {
      case Change.Clear _ -> become(Network.EMPTY);
      case Change.Put put -> put(put.resource());
      case Change.Remove remove -> remove(remove.id());
      case Change.Tag tag ->
          tags = tag.tags().isEmpty() ? tags.without(tag.id()) : tags.with(tag.id(), tag.tags());
      case Change.Open open -> opened = opened.with(open.scope(), true);
      case Change.Remember remember -> tokens = tokens.with(remember.token(), remember.answer());
      case Change.Set set -> set(set);
      case Change.Origin origin -> origins = origins.with(origin.id(), origin.origin());
    }
  }

  private void set(Change.Set set) {
    Table<String, String> values = settings.get(set.scope()).orElse(Table.empty());
    settings =
        settings.with(
            set.scope(),
            set.value().isEmpty()
                ? values.without(set.setting())
                : values.with(set.setting(), set.value()));
  }

  private void put(Resource resource) {
    switch (resource) {
      case Vpc r -> vpcs = vpcs.with(r.id(), r);
      case Subnet r -> {
        index = index.subnet(subnets.get(r.id()), Optional.of(r));
        subnets = subnets.with(r.id(), r);
      }
      case InternetGateway r -> internetGateways = internetGateways.with(r.id(), r);
      case RouteTable r -> {
        index = index.routeTable(routeTables.get(r.id()), Optional.of(r));
        routeTables = routeTables.with(r.id(), r);
      }
      case NetworkAcl r -> networkAcls = networkAcls.with(r.id(), r);
      case SecurityGroup r -> securityGroups = securityGroups.with(r.id(), r);
      case ElasticIp r -> {
        index = index.elasticIp(elasticIps.get(r.id()), Optional.of(r));
        elasticIps = elasticIps.with(r.id(), r);
      }
      case NetworkInterface r -> {
        index = index.networkInterface(interfaces.get(r.id()), Optional.of(r));
        interfaces = interfaces.with(r.id(), r);
      }
      case Instance r -> instances = instances.with(r.id(), r);
      case KeyPair r -> keyPairs = keyPairs.with(r.id(), r);
      case DhcpOptions r -> dhcpOptions = dhcpOptions.with(r.id(), r);
      case LoadBalancer r -> loadBalancers = loadBalancers.with(r.id(), r);
      case Listener r -> listeners = listeners.with(r.id(), r);
      case ListenerRule r -> listenerRules = listenerRules.with(r.id(), r);
      case TargetGroup r -> targetGroups = targetGroups.with(r.id(), r);
      case PeeringConnection r -> {
        index = index.peering(peerings.get(r.id()), Optional.of(r));
        peerings = peerings.with(r.id(), r);
      }
      case TransitGateway r -> transitGateways = transitGateways.with(r.id(), r);
      case TransitGatewayAttachment r -> {
        index = index.attachment(attachments.get(r.id()), Optional.of(r));
        attachments = attachments.with(r.id(), r);
      }
      case TransitGatewayRouteTable r -> transitTables = transitTables.with(r.id(), r);
      case VpcEndpoint r -> {
        index = index.endpoint(endpoints.get(r.id()), Optional.of(r));
        endpoints = endpoints.with(r.id(), r);
      }
      case EndpointService r -> endpointServices = endpointServices.with(r.id(), r);
      case FlowLog r -> flowLogs = flowLogs.with(r.id(), r);
      case HostedZone r -> hostedZones = hostedZones.with(r.id(), r);
      case Role r -> roles = roles.with(r.id(), r);
      case InstanceProfile r -> instanceProfiles = instanceProfiles.with(r.id(), r);
      case ProfileAssociation r -> {
        index = index.profile(profileAssociations.get(r.id()), Optional.of(r));
        profileAssociations = profileAssociations.with(r.id(), r);
      }
    }
  }

  private void remove(ResourceId id) {
    tags = tags.without(id);
    origins = origins.without(id);
    switch (id) {
      case VpcId i -> vpcs = vpcs.without(i);
      case SubnetId i -> {
        index = index.subnet(subnets.get(i), Optional.empty());
        subnets = subnets.without(i);
      }
      case InternetGatewayId i -> internetGateways = internetGateways.without(i);
      case RouteTableId i -> {
        index = index.routeTable(routeTables.get(i), Optional.empty());
        routeTables = routeTables.without(i);
      }
      case NetworkAclId i -> networkAcls = networkAcls.without(i);
      case SecurityGroupId i -> securityGroups = securityGroups.without(i);
      case AllocationId i -> {
        index = index.elasticIp(elasticIps.get(i), Optional.empty());
        elasticIps = elasticIps.without(i);
      }
      case NetworkInterfaceId i -> {
        index = index.networkInterface(interfaces.get(i), Optional.empty());
        interfaces = interfaces.without(i);
      }
      case InstanceId i -> instances = instances.without(i);
      case KeyPairId i -> keyPairs = keyPairs.without(i);
      case DhcpOptionsId i -> dhcpOptions = dhcpOptions.without(i);
      case LoadBalancerArn i -> loadBalancers = loadBalancers.without(i);
      case ListenerArn i -> listeners = listeners.without(i);
      case ListenerRuleArn i -> listenerRules = listenerRules.without(i);
      case TargetGroupArn i -> targetGroups = targetGroups.without(i);
      case PeeringConnectionId i -> {
        index = index.peering(peerings.get(i), Optional.empty());
        peerings = peerings.without(i);
      }
      case TransitGatewayId i -> transitGateways = transitGateways.without(i);
      case TransitGatewayAttachmentId i -> {
        index = index.attachment(attachments.get(i), Optional.empty());
        attachments = attachments.without(i);
      }
      case TransitGatewayRouteTableId i -> transitTables = transitTables.without(i);
      case VpcEndpointId i -> {
        index = index.endpoint(endpoints.get(i), Optional.empty());
        endpoints = endpoints.without(i);
      }
      case VpcEndpointServiceId i -> endpointServices = endpointServices.without(i);
      case FlowLogId i -> flowLogs = flowLogs.without(i);
      case HostedZoneId i -> hostedZones = hostedZones.without(i);
      case RoleId i -> roles = roles.without(i);
      case InstanceProfileId i -> instanceProfiles = instanceProfiles.without(i);
      case ProfileAssociationId i -> {
        index = index.profile(profileAssociations.get(i), Optional.empty());
        profileAssociations = profileAssociations.without(i);
      }
      default -> throw new IllegalArgumentException("not the id of a resource of its own: " + id);
    }
  }
}
