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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Everything that there is, of all accounts and regions, as one immutable value. Versions share
 * what they have in common, so {@link Table#differences} between two of them costs what has
 * changed. Everything that thinks about the network is a function of this.
 */
public final class Network {
  /** The network that holds nothing. */
  public static final Network EMPTY = new Network(new Draft());

  private final Table<VpcId, Vpc> vpcs;
  private final Table<SubnetId, Subnet> subnets;
  private final Table<InternetGatewayId, InternetGateway> internetGateways;
  private final Table<RouteTableId, RouteTable> routeTables;
  private final Table<NetworkAclId, NetworkAcl> networkAcls;
  private final Table<SecurityGroupId, SecurityGroup> securityGroups;
  private final Table<AllocationId, ElasticIp> elasticIps;
  private final Table<NetworkInterfaceId, NetworkInterface> interfaces;
  private final Table<InstanceId, Instance> instances;
  private final Table<KeyPairId, KeyPair> keyPairs;
  private final Table<DhcpOptionsId, DhcpOptions> dhcpOptions;
  private final Table<LoadBalancerArn, LoadBalancer> loadBalancers;
  private final Table<ListenerArn, Listener> listeners;
  private final Table<ListenerRuleArn, ListenerRule> listenerRules;
  private final Table<TargetGroupArn, TargetGroup> targetGroups;
  private final Table<PeeringConnectionId, PeeringConnection> peerings;
  private final Table<TransitGatewayId, TransitGateway> transitGateways;
  private final Table<TransitGatewayAttachmentId, TransitGatewayAttachment> attachments;
  private final Table<TransitGatewayRouteTableId, TransitGatewayRouteTable> transitTables;
  private final Table<VpcEndpointId, VpcEndpoint> endpoints;
  private final Table<VpcEndpointServiceId, EndpointService> endpointServices;
  private final Table<FlowLogId, FlowLog> flowLogs;
  private final Table<HostedZoneId, HostedZone> hostedZones;
  private final Table<RoleId, Role> roles;
  private final Table<InstanceProfileId, InstanceProfile> instanceProfiles;
  private final Table<ProfileAssociationId, ProfileAssociation> profileAssociations;
  private final Table<ResourceId, SortedMap<String, String>> tags;
  private final Table<ResourceId, String> origins;
  private final Table<Scope, Boolean> opened;
  private final Table<Token, Token.Answer> tokens;
  private final Table<Scope, Table<String, String>> settings;
  private final Index index;

  Network(Draft draft) {
    vpcs = draft.vpcs;
    subnets = draft.subnets;
    internetGateways = draft.internetGateways;
    routeTables = draft.routeTables;
    networkAcls = draft.networkAcls;
    securityGroups = draft.securityGroups;
    elasticIps = draft.elasticIps;
    interfaces = draft.interfaces;
    instances = draft.instances;
    keyPairs = draft.keyPairs;
    dhcpOptions = draft.dhcpOptions;
    loadBalancers = draft.loadBalancers;
    listeners = draft.listeners;
    listenerRules = draft.listenerRules;
    targetGroups = draft.targetGroups;
    peerings = draft.peerings;
    transitGateways = draft.transitGateways;
    attachments = draft.attachments;
    transitTables = draft.transitTables;
    endpoints = draft.endpoints;
    endpointServices = draft.endpointServices;
    flowLogs = draft.flowLogs;
    hostedZones = draft.hostedZones;
    roles = draft.roles;
    instanceProfiles = draft.instanceProfiles;
    profileAssociations = draft.profileAssociations;
    tags = draft.tags;
    origins = draft.origins;
    opened = draft.opened;
    tokens = draft.tokens;
    settings = draft.settings;
    index = draft.index;
  }

  /** The network after these changes, in their order. */
  public Network apply(List<Change> changes) {
    if (changes.isEmpty()) {
      return this;
    }
    Draft draft = new Draft(this);
    changes.forEach(draft::apply);
    return new Network(draft);
  }

  /** The changes that make this network out of the empty one. */
  public List<Change> asChanges() {
    List<Change> all = new ArrayList<>();
    opened.forEach((scope, _) -> all.add(new Change.Open(scope)));
    Stream.of(
            vpcs,
            subnets,
            internetGateways,
            routeTables,
            networkAcls,
            securityGroups,
            elasticIps,
            interfaces,
            instances,
            keyPairs,
            dhcpOptions,
            loadBalancers,
            listeners,
            listenerRules,
            targetGroups,
            peerings,
            transitGateways,
            attachments,
            transitTables,
            endpoints,
            endpointServices,
            flowLogs,
            hostedZones,
            roles,
            instanceProfiles,
            profileAssociations)
        .flatMap(Table::values)
        .forEach(resource -> all.add(new Change.Put(resource)));
    tags.forEach((id, map) -> all.add(new Change.Tag(id, map)));
    origins.forEach((id, text) -> all.add(new Change.Origin(id, text)));
    tokens.forEach((token, answer) -> all.add(new Change.Remember(token, answer)));
    settings.forEach(
        (scope, values) -> values.forEach((k, v) -> all.add(new Change.Set(scope, k, v))));
    return all;
  }

  /** The VPCs. */
  public Table<VpcId, Vpc> vpcs() {
    return vpcs;
  }

  /** The subnets. */
  public Table<SubnetId, Subnet> subnets() {
    return subnets;
  }

  /** The internet gateways. */
  public Table<InternetGatewayId, InternetGateway> internetGateways() {
    return internetGateways;
  }

  /** The route tables. */
  public Table<RouteTableId, RouteTable> routeTables() {
    return routeTables;
  }

  /** The network ACLs. */
  public Table<NetworkAclId, NetworkAcl> networkAcls() {
    return networkAcls;
  }

  /** The security groups. */
  public Table<SecurityGroupId, SecurityGroup> securityGroups() {
    return securityGroups;
  }

  /** The Elastic IP addresses. */
  public Table<AllocationId, ElasticIp> elasticIps() {
    return elasticIps;
  }

  /** The network interfaces. */
  public Table<NetworkInterfaceId, NetworkInterface> interfaces() {
    return interfaces;
  }

  /** The instances. */
  public Table<InstanceId, Instance> instances() {
    return instances;
  }

  /** The key pairs. */
  public Table<KeyPairId, KeyPair> keyPairs() {
    return keyPairs;
  }

  /** The sets of DHCP options. */
  public Table<DhcpOptionsId, DhcpOptions> dhcpOptions() {
    return dhcpOptions;
  }

  /** The load balancers. */
  public Table<LoadBalancerArn, LoadBalancer> loadBalancers() {
    return loadBalancers;
  }

  /** The listeners of load balancers. */
  public Table<ListenerArn, Listener> listeners() {
    return listeners;
  }

  /** The rules of listeners, but for the default ones. */
  public Table<ListenerRuleArn, ListenerRule> listenerRules() {
    return listenerRules;
  }

  /** The target groups. */
  public Table<TargetGroupArn, TargetGroup> targetGroups() {
    return targetGroups;
  }

  /** The VPC peering connections. */
  public Table<PeeringConnectionId, PeeringConnection> peerings() {
    return peerings;
  }

  /** The transit gateways. */
  public Table<TransitGatewayId, TransitGateway> transitGateways() {
    return transitGateways;
  }

  /** The attachments to transit gateways. */
  public Table<TransitGatewayAttachmentId, TransitGatewayAttachment> attachments() {
    return attachments;
  }

  /** The route tables of transit gateways. */
  public Table<TransitGatewayRouteTableId, TransitGatewayRouteTable> transitTables() {
    return transitTables;
  }

  /** The VPC endpoints. */
  public Table<VpcEndpointId, VpcEndpoint> endpoints() {
    return endpoints;
  }

  /** The endpoint services of one's own. */
  public Table<VpcEndpointServiceId, EndpointService> endpointServices() {
    return endpointServices;
  }

  /** The flow logs. */
  public Table<FlowLogId, FlowLog> flowLogs() {
    return flowLogs;
  }

  /** The hosted zones. */
  public Table<HostedZoneId, HostedZone> hostedZones() {
    return hostedZones;
  }

  /** The roles. */
  public Table<RoleId, Role> roles() {
    return roles;
  }

  /** The instance profiles. */
  public Table<InstanceProfileId, InstanceProfile> instanceProfiles() {
    return instanceProfiles;
  }

  /** The associations of instances with instance profiles. */
  public Table<ProfileAssociationId, ProfileAssociation> profileAssociations() {
    return profileAssociations;
  }

  /** The tags of whatever has some. */
  public Table<ResourceId, SortedMap<String, String>> tags() {
    return tags;
  }

  /** The tags of a resource, sorted by key; possibly none. */
  public SortedMap<String, String> tags(ResourceId id) {
    return tags.get(id).orElse(Collections.emptySortedMap());
  }

  /** Where each resource comes from. */
  public Table<ResourceId, String> origins() {
    return origins;
  }

  /** Where a resource comes from: a file and line, or the call that made it. */
  public Optional<String> origin(ResourceId id) {
    return origins.get(id);
  }

  /** The scopes whose defaults have been put. */
  public Table<Scope, Boolean> opened() {
    return opened;
  }

  /** The idempotency tokens that have been answered. */
  public Table<Token, Token.Answer> tokens() {
    return tokens;
  }

  /** The settings of each scope. */
  public Table<Scope, Table<String, String>> settings() {
    return settings;
  }

  /** One setting of a scope. */
  public Optional<String> setting(Scope scope, String name) {
    return settings.get(scope).flatMap(s -> s.get(name));
  }

  /** What points where: look-ups that would else be searches. */
  public Index index() {
    return index;
  }

  /** The table of a subnet: its own, else its VPC's main one. */
  public RouteTable routeTableOf(Subnet subnet) {
    RouteTable main = null;
    for (RouteTable table : index.routeTables(subnet.vpc()).map(routeTables::require).toList()) {
      if (table.explicitlyFor(subnet.id())) {
        return table;
      }
      if (table.main()) {
        main = table;
      }
    }
    if (main == null) {
      throw new IllegalStateException("a VPC without a main route table: " + subnet.vpc());
    }
    return main;
  }
}
