package io.cloister.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * Builds the demo's network: nothing but calls of the SDK, as anybody's program would make them.
 */
final class Construction {
  /** Any well-formed image id runs the built-in image. */
  private static final String IMAGE = "ami-0c10157e4a10de5f5";

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int LOOK_EVERY_MILLIS = 10;

  private final Ec2Client ec2;
  private final Consumer<String> progress;
  private final Map<String, String> subnets = new LinkedHashMap<>();
  private final Map<String, String> groups = new LinkedHashMap<>();

  Construction(Ec2Client ec2, Consumer<String> progress) {
    this.ec2 = ec2;
    this.progress = progress;
  }

  /** Builds everything; programs have been started, and may not listen yet. */
  Site build() throws InterruptedException {
    String vpc =
        ec2.createVpc(
                r -> r.cidrBlock("10.0.0.0/16").tagSpecifications(named(ResourceType.VPC, "demo")))
            .vpc()
            .vpcId();
    progress.accept("VPC " + vpc + ", 10.0.0.0/16");
    subnets(vpc);
    routes(vpc);
    acl(vpc);
    groups(vpc);
    return new Site(vpc, instances(), groups);
  }

  /** The rule that lets the web tier call the services. */
  static IpPermission webToApp(Site site) {
    return from(site.group("web"), "tcp", Tier.APP.port());
  }

  private void subnets(String vpc) {
    List<String> zones =
        ec2.describeAvailabilityZones().availabilityZones().stream()
            .map(AvailabilityZone::zoneName)
            .sorted()
            .limit(Site.ZONES.size())
            .toList();
    for (Tier tier : Tier.values()) {
      for (int i = 0; i < zones.size(); i++) {
        String cidr = tier.cidr(i);
        String zone = zones.get(i);
        String name = tier.subnet(Site.ZONES.get(i));
        String id =
            ec2.createSubnet(r ->
                    r.vpcId(vpc)
                        .cidrBlock(cidr)
                        .availabilityZone(zone)
                        .tagSpecifications(named(ResourceType.SUBNET, name)))
                .subnet()
                .subnetId();
        subnets.put(name, id);
        if (tier == Tier.WEB) {
          ec2.modifySubnetAttribute(r -> r.subnetId(id).mapPublicIpOnLaunch(b -> b.value(true)));
        }
      }
    }
    progress.accept(
        subnets.size() + " subnets: public, private and database in " + String.join(", ", zones));
  }

  private void routes(String vpc) {
    String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
    ec2.attachInternetGateway(r -> r.vpcId(vpc).internetGatewayId(gateway));
    String open = table(vpc, "public");
    ec2.createRoute(r -> r.routeTableId(open).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
    String closed = table(vpc, "private");
    String data = table(vpc, "database");
    for (String zone : Site.ZONES) {
      associate(open, Tier.WEB.subnet(zone));
      associate(closed, Tier.APP.subnet(zone));
      associate(data, Tier.DB.subnet(zone));
    }
    progress.accept("internet gateway " + gateway + ", routed to from the public subnets only");
  }

  private String table(String vpc, String name) {
    return ec2.createRouteTable(
            r -> r.vpcId(vpc).tagSpecifications(named(ResourceType.ROUTE_TABLE, name)))
        .routeTable()
        .routeTableId();
  }

  private void associate(String table, String subnet) {
    ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnets.get(subnet)));
  }

  /** The database subnets let in what the private ones ask, and out what answers them. */
  private void acl(String vpc) {
    String acl =
        ec2.createNetworkAcl(
                r -> r.vpcId(vpc).tagSpecifications(named(ResourceType.NETWORK_ACL, "database")))
            .networkAcl()
            .networkAclId();
    for (int i = 0; i < Site.ZONES.size(); i++) {
      int number = 100 + 10 * i;
      String services = Tier.APP.cidr(i);
      allow(acl, number, services, false, Tier.DB.port(), Tier.DB.port());
      allow(acl, number, services, true, 1024, 65_535);
    }
    Set<String> databases =
        Site.ZONES.stream()
            .map(Tier.DB::subnet)
            .map(name -> subnets.getOrDefault(name, ""))
            .collect(Collectors.toSet());
    ec2
        .describeNetworkAcls(r -> r.filters(Filter.builder().name("vpc-id").values(vpc).build()))
        .networkAcls()
        .stream()
        .flatMap(a -> a.associations().stream())
        .filter(a -> databases.contains(a.subnetId()))
        .forEach(a ->
            ec2.replaceNetworkAclAssociation(
                r -> r.associationId(a.networkAclAssociationId()).networkAclId(acl)));
    progress.accept("network ACL " + acl + " around the database subnets: private ones only");
  }

  private void allow(String acl, int number, String cidr, boolean egress, int from, int to) {
    ec2.createNetworkAclEntry(r ->
        r.networkAclId(acl)
            .ruleNumber(number)
            .egress(egress)
            .ruleAction(RuleAction.ALLOW)
            .protocol("6")
            .portRange(p -> p.from(from).to(to))
            .cidrBlock(cidr));
  }

  private void groups(String vpc) {
    for (Tier tier : Tier.values()) {
      String id =
          ec2.createSecurityGroup(
                  r -> r.vpcId(vpc).groupName(tier.group()).description("demo, " + tier.group()))
              .groupId();
      groups.put(tier.group(), id);
    }
    String web = groups.getOrDefault("web", "");
    String app = groups.getOrDefault("app", "");
    admit(
        web,
        IpPermission.builder()
            .ipProtocol("tcp")
            .fromPort(80)
            .toPort(80)
            .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
            .build());
    admit(app, from(web, "tcp", Tier.APP.port()), from(web, "udp", 8125), from(web, "icmp", -1));
    admit(groups.getOrDefault("db", ""), from(app, "tcp", Tier.DB.port()));
    progress.accept("security groups: web <- internet, app <- web, db <- app");
  }

  private void admit(String group, IpPermission... permissions) {
    ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(permissions));
  }

  private static IpPermission from(String group, String protocol, int port) {
    return IpPermission.builder()
        .ipProtocol(protocol)
        .fromPort(port)
        .toPort(port)
        .userIdGroupPairs(UserIdGroupPair.builder().groupId(group).build())
        .build();
  }

  private Map<String, Host> instances() throws InterruptedException {
    Instance db = launch("db", Tier.DB, "a", Scripts.db());
    Map<String, Instance> launched = new LinkedHashMap<>(Map.of("db", db));
    List<String> services = new ArrayList<>();
    for (String zone : Site.ZONES) {
      String name = "app-" + zone;
      Instance app = launch(name, Tier.APP, zone, Scripts.app(name, db.privateIpAddress()));
      launched.put(name, app);
      services.add(app.privateIpAddress());
    }
    launched.put("web", launch("web", Tier.WEB, "a", Scripts.web(services)));
    Map<String, Host> hosts = new LinkedHashMap<>();
    for (Map.Entry<String, Instance> one : launched.entrySet()) {
      hosts.put(one.getKey(), host(one.getKey(), running(one.getValue().instanceId())));
    }
    return hosts;
  }

  private Host host(String name, Instance instance) {
    Optional<String> outside =
        Optional.ofNullable(instance.publicIpAddress()).filter(a -> !a.isEmpty());
    progress.accept(
        "instance %s %s at %s%s"
            .formatted(
                instance.instanceId(),
                name,
                instance.privateIpAddress(),
                outside.map(a -> ", public " + a).orElse("")));
    return new Host(name, instance.instanceId(), instance.privateIpAddress(), outside);
  }

  private Instance launch(String name, Tier tier, String zone, String data) {
    return ec2.runInstances(r ->
            r.imageId(IMAGE)
                .instanceType(InstanceType.T3_MICRO)
                .minCount(1)
                .maxCount(1)
                .subnetId(subnets.get(tier.subnet(zone)))
                .securityGroupIds(groups.get(tier.group()))
                .userData(data)
                .tagSpecifications(named(ResourceType.INSTANCE, name)))
        .instances()
        .getFirst();
  }

  private Instance running(String id) throws InterruptedException {
    for (int i = 0; i < PATIENCE_MILLIS / LOOK_EVERY_MILLIS; i++) {
      Instance instance =
          ec2.describeInstances(r -> r.instanceIds(id))
              .reservations()
              .getFirst()
              .instances()
              .getFirst();
      String state = instance.state().nameAsString();
      if (state.equals("running")) {
        return instance;
      }
      if (!state.equals("pending")) {
        throw new IllegalStateException(
            "%s is %s: %s".formatted(id, state, instance.stateTransitionReason()));
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    throw new IllegalStateException(id + " is still pending after " + PATIENCE_MILLIS + " ms");
  }

  private static TagSpecification named(ResourceType type, String name) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(Tag.builder().key("Name").value(name).build())
        .build();
  }
}
