package io.cloister.dataplane.plan;

import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.InternetGateway;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A VPC with a public subnet, one group and as many instances as asked for. */
final class SmallNetwork {
  static final Scope SCOPE = new Scope("000000000000", "aws", "us-east-1");
  static final VpcId VPC = new VpcId("vpc-00000001");
  static final SubnetId SUBNET = new SubnetId("subnet-00000001");
  static final InternetGatewayId IGW = new InternetGatewayId("igw-00000001");
  static final SecurityGroupId GROUP = new SecurityGroupId("sg-00000001");
  static final RouteTableId TABLE = new RouteTableId("rtb-00000001");

  private SmallNetwork() {}

  static Network with(int instances) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(
            new Vpc(
                VPC,
                SCOPE,
                List.of(
                    new Vpc.Block(
                        new VpcCidrAssociationId("vpc-cidr-assoc-00000001"),
                        Prefix.of("10.0.0.0/16"))),
                List.of(),
                Optional.empty(),
                true,
                false,
                false,
                "default",
                false)));
    changes.add(
        new Change.Put(
            new Subnet(
                SUBNET,
                SCOPE,
                VPC,
                "us-east-1a",
                Prefix.of("10.0.0.0/20"),
                List.of(),
                false,
                SubnetSettings.NEW)));
    changes.add(new Change.Put(new InternetGateway(IGW, SCOPE, Optional.of(VPC))));
    changes.add(
        new Change.Put(
            table(
                new Route(
                    Prefix.of("10.0.0.0/16"),
                    new RouteTarget.Local(),
                    Route.Origin.CREATE_ROUTE_TABLE),
                new Route(
                    Prefix.ALL_IPV4,
                    new RouteTarget.ToInternetGateway(IGW),
                    Route.Origin.CREATE_ROUTE))));
    changes.add(new Change.Put(group(rule(1, Direction.EGRESS, new TrafficMatch.Everything()))));
    for (int i = 0; i < instances; i++) {
      changes.addAll(instance(i));
    }
    return Network.EMPTY.apply(changes);
  }

  static RouteTable table(Route... routes) {
    return new RouteTable(
        TABLE,
        SCOPE,
        VPC,
        List.of(routes),
        List.of(
            new RouteTableAssociation(
                new RouteTableAssociationId("rtbassoc-00000001"),
                new RouteTableAssociation.Main())));
  }

  static SecurityGroup group(SecurityGroupRule... rules) {
    return new SecurityGroup(GROUP, SCOPE, VPC, "web", "web", List.of(rules));
  }

  static SecurityGroupRule rule(int number, Direction direction, TrafficMatch match) {
    return new SecurityGroupRule(
        new SecurityGroupRuleId("sgr-%08x".formatted(number)),
        direction,
        match,
        new RulePeer.Cidr(Prefix.ALL_IPV4),
        Optional.empty());
  }

  static SecurityGroupRule fromGroup(int number, int port) {
    return new SecurityGroupRule(
        new SecurityGroupRuleId("sgr-%08x".formatted(number)),
        Direction.INGRESS,
        new TrafficMatch.Ports(IpProtocol.TCP, new PortRange(port, port)),
        new RulePeer.Group(GROUP, SCOPE.account()),
        Optional.empty());
  }

  static List<Change> instance(int number) {
    InstanceId instance = new InstanceId("i-%08x".formatted(number));
    return List.of(
        new Change.Put(
            new Instance(
                instance,
                SCOPE,
                new ReservationId("r-00000001"),
                0,
                VPC,
                SUBNET,
                "ami-00000001",
                "t3.micro",
                "us-east-1a",
                Optional.empty(),
                Optional.empty(),
                Instance.State.RUNNING,
                "",
                Instant.EPOCH,
                Map.of())),
        new Change.Put(
            new NetworkInterface(
                new NetworkInterfaceId("eni-%08x".formatted(number)),
                SCOPE,
                SUBNET,
                VPC,
                "us-east-1a",
                "",
                MacAddress.local(number + 1L),
                List.of(
                    new NetworkInterface.PrivateIpv4(
                        IpAddress.of("10.0.0.4").plus(number),
                        Optional.of(IpAddress.of("198.18.0.1").plus(number)))),
                List.of(),
                List.of(GROUP),
                number != 1,
                Optional.of(
                    new NetworkInterface.Attachment(
                        new AttachmentId("eni-attach-%08x".formatted(number)),
                        instance,
                        0,
                        true,
                        Instant.EPOCH)),
                "interface",
                Optional.empty())));
  }
}
