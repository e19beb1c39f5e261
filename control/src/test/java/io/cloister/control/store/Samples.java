package io.cloister.control.store;

import io.cloister.model.id.AllocationId;
import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.KeyPairId;
import io.cloister.model.id.NetworkAclAssociationId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.id.SubnetCidrAssociationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Token;
import io.cloister.model.vpc.DhcpOptions;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.KeyPair;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.SecurityGroupRule;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.SubnetSettings;
import io.cloister.model.vpc.TrafficMatch;
import io.cloister.model.vpc.Vpc;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A change of every kind, with every kind of resource and every case of every sealed type. */
public final class Samples {
  /** Where everything here belongs. */
  public static final Scope SCOPE = new Scope("123456789012", "aws", "us-east-1");

  private static final String N = "-0123456789abcdef0";
  private static final VpcId VPC = new VpcId("vpc" + N);
  private static final SubnetId SUBNET = new SubnetId("subnet" + N);
  private static final NetworkInterfaceId ENI = new NetworkInterfaceId("eni" + N);
  private static final InstanceId INSTANCE = new InstanceId("i" + N);
  private static final InternetGatewayId IGW = new InternetGatewayId("igw" + N);
  private static final SecurityGroupId GROUP = new SecurityGroupId("sg" + N);
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  private Samples() {}

  /** All of them. */
  public static List<Change> changes() {
    return Stream.of(of(), BalancerSamples.changes(), TieSamples.changes(), last())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Change> last() {
    return List.of(new Change.Remove(new KeyPairId("key-12345678")));
  }

  private static List<Change> of() {
    return List.of(
        new Change.Clear(),
        new Change.Open(SCOPE),
        new Change.Put(
            new Vpc(
                VPC,
                SCOPE,
                List.of(block("10.0.0.0/16")),
                List.of(block("2001:db8:1::/56")),
                Optional.of(new DhcpOptionsId("dopt" + N)),
                true,
                false,
                true,
                "default",
                false)),
        new Change.Put(
            new DhcpOptions(
                new DhcpOptionsId("dopt" + N),
                SCOPE,
                List.of(new DhcpOptions.Option("domain-name", List.of("ec2.internal"))))),
        new Change.Put(
            new Subnet(
                SUBNET,
                SCOPE,
                VPC,
                "us-east-1a",
                Prefix.of("10.0.1.0/24"),
                List.of(
                    new Subnet.Ipv6Block(
                        new SubnetCidrAssociationId("subnet-cidr-assoc" + N),
                        Prefix.of("2001:db8:1:2::/64"))),
                true,
                SubnetSettings.NEW.withMapPublicIp(true))),
        new Change.Put(new InternetGateway(IGW, SCOPE, Optional.of(VPC))),
        new Change.Put(routeTable()),
        new Change.Put(group()),
        new Change.Put(
            new NetworkAcl(
                new NetworkAclId("acl" + N),
                SCOPE,
                VPC,
                true,
                List.of(
                    new NetworkAcl.Entry(
                        Direction.INGRESS,
                        100,
                        true,
                        new TrafficMatch.Everything(),
                        Prefix.ALL_IPV4)),
                List.of(
                    new NetworkAcl.Association(
                        new NetworkAclAssociationId("aclassoc" + N), SUBNET)))),
        new Change.Put(eni()),
        new Change.Put(
            new ElasticIp(
                new AllocationId("eipalloc" + N),
                SCOPE,
                IpAddress.of("198.18.0.7"),
                "us-east-1",
                Optional.of(
                    new ElasticIp.Association(
                        new EipAssociationId("eipassoc" + N), ENI, IpAddress.of("10.0.1.4"))))),
        new Change.Put(
            new Instance(
                INSTANCE,
                SCOPE,
                new ReservationId("r" + N),
                3,
                VPC,
                SUBNET,
                "ami-12345678",
                "t3.micro",
                "us-east-1a",
                Optional.of("me"),
                Optional.of("IyEvYmluL3No"),
                Instance.State.STOPPED,
                "Client.UserInitiatedShutdown: stopped",
                TIME,
                Map.of("EbsOptimized", "true"))),
        new Change.Put(
            new KeyPair(
                new KeyPairId("key" + N), SCOPE, "me", "ed25519", "ab:cd", "ssh-ed25519 x", TIME)),
        new Change.Tag(VPC, new TreeMap<>(Map.of("Name", "main \"quoted\" ✓"))),
        new Change.Remember(
            new Token(SCOPE, "CreateVpc", "once"), new Token.Answer("abc", "{\"VpcId\":\"x\"}")),
        new Change.Set(SCOPE, "quota:vpcs", "50"),
        new Change.Origin(ENI, "template.yaml:12"));
  }

  private static Vpc.Block block(String cidr) {
    return new Vpc.Block(new VpcCidrAssociationId("vpc-cidr-assoc" + N), Prefix.of(cidr));
  }

  private static RouteTable routeTable() {
    RouteTableAssociationId id = new RouteTableAssociationId("rtbassoc" + N);
    return new RouteTable(
        new RouteTableId("rtb" + N),
        SCOPE,
        VPC,
        List.of(
            new Route(
                Prefix.of("10.0.0.0/16"), new RouteTarget.Local(), Route.Origin.CREATE_ROUTE_TABLE),
            new Route(
                Prefix.ALL_IPV4, new RouteTarget.ToInternetGateway(IGW), Route.Origin.CREATE_ROUTE),
            new Route(
                Prefix.ALL_IPV6, new RouteTarget.ToInterface(ENI), Route.Origin.CREATE_ROUTE)),
        List.of(
            new RouteTableAssociation(id, new RouteTableAssociation.Main()),
            new RouteTableAssociation(id, new RouteTableAssociation.OfSubnet(SUBNET)),
            new RouteTableAssociation(id, new RouteTableAssociation.OfGateway(IGW))));
  }

  private static SecurityGroup group() {
    RulePeer cidr = new RulePeer.Cidr(Prefix.of("::/0"));
    RulePeer same = new RulePeer.Group(GROUP, "123456789012");
    return new SecurityGroup(
        GROUP,
        SCOPE,
        VPC,
        "web",
        "the web",
        List.of(
            rule(new TrafficMatch.Everything(), cidr),
            rule(new TrafficMatch.Ports(IpProtocol.TCP, new PortRange(80, 90)), same),
            rule(new TrafficMatch.Icmp(IpProtocol.ICMPV6, -1, -1), cidr),
            rule(new TrafficMatch.Other(new IpProtocol(47)), cidr)));
  }

  private static SecurityGroupRule rule(TrafficMatch match, RulePeer peer) {
    return new SecurityGroupRule(
        new SecurityGroupRuleId("sgr" + N), Direction.INGRESS, match, peer, Optional.of("why"));
  }

  private static NetworkInterface eni() {
    return new NetworkInterface(
        ENI,
        SCOPE,
        SUBNET,
        VPC,
        "us-east-1a",
        "primary",
        MacAddress.local(77),
        List.of(
            new NetworkInterface.PrivateIpv4(
                IpAddress.of("10.0.1.4"), Optional.of(IpAddress.of("198.18.0.9"))),
            new NetworkInterface.PrivateIpv4(IpAddress.of("10.0.1.5"), Optional.empty())),
        List.of(IpAddress.of("2001:db8:1:2::4")),
        List.of(GROUP),
        false,
        Optional.of(
            new NetworkInterface.Attachment(
                new AttachmentId("eni-attach" + N), INSTANCE, 0, true, TIME)),
        "interface",
        Optional.empty());
  }
}
