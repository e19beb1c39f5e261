package io.cloister.bench.plan;

import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.InstanceId;
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

/** A VPC with one subnet, one group, and as many instances as asked for, all in that group. */
final class Networks {
  private static final Scope SCOPE = new Scope("000000000000", "aws", "us-east-1");
  private static final VpcId VPC = new VpcId("vpc-00000001");
  private static final SubnetId SUBNET = new SubnetId("subnet-00000001");
  private static final SecurityGroupId GROUP = new SecurityGroupId("sg-00000001");
  private static final Prefix BLOCK = Prefix.of("10.0.0.0/16");

  private Networks() {}

  static Network with(int instances) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(vpc()));
    changes.add(
        new Change.Put(
            new Subnet(
                SUBNET, SCOPE, VPC, "us-east-1a", BLOCK, List.of(), false, SubnetSettings.NEW)));
    changes.add(
        new Change.Put(
            new RouteTable(
                new RouteTableId("rtb-00000001"),
                SCOPE,
                VPC,
                List.of(new Route(BLOCK, new RouteTarget.Local(), Route.Origin.CREATE_ROUTE_TABLE)),
                List.of(
                    new RouteTableAssociation(
                        new RouteTableAssociationId("rtbassoc-00000001"),
                        new RouteTableAssociation.Main())))));
    changes.add(new Change.Put(group(fromGroup(1, 22))));
    for (int i = 0; i < instances; i++) {
      changes.addAll(instance(i));
    }
    return Network.EMPTY.apply(changes);
  }

  private static Vpc vpc() {
    VpcCidrAssociationId association = new VpcCidrAssociationId("vpc-cidr-assoc-00000001");
    return new Vpc(
        VPC,
        SCOPE,
        List.of(new Vpc.Block(association, BLOCK)),
        List.of(),
        Optional.empty(),
        true,
        false,
        false,
        "default",
        false);
  }

  /** The same network with one rule more. */
  static Network authorized(Network network) {
    return network.apply(
        List.of(new Change.Put(group(fromGroup(1, 22), rule(2, Prefix.of("10.0.0.0/8"), 443)))));
  }

  /** The same network with one instance more. */
  static Network joined(Network network, int number) {
    return network.apply(instance(number));
  }

  private static SecurityGroup group(SecurityGroupRule... rules) {
    return new SecurityGroup(GROUP, SCOPE, VPC, "web", "web", List.of(rules));
  }

  private static SecurityGroupRule rule(int number, Prefix from, int port) {
    return rule(number, port, new RulePeer.Cidr(from));
  }

  private static SecurityGroupRule fromGroup(int number, int port) {
    return rule(number, port, new RulePeer.Group(GROUP, SCOPE.account()));
  }

  private static SecurityGroupRule rule(int number, int port, RulePeer peer) {
    return new SecurityGroupRule(
        new SecurityGroupRuleId("sgr-%08x".formatted(number)),
        Direction.INGRESS,
        new TrafficMatch.Ports(IpProtocol.TCP, new PortRange(port, port)),
        peer,
        Optional.empty());
  }

  private static List<Change> instance(int number) {
    InstanceId id = new InstanceId("i-%08x".formatted(number));
    Instance instance =
        new Instance(
            id,
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
            Map.of());
    AttachmentId attachment = new AttachmentId("eni-attach-%08x".formatted(number));
    NetworkInterface eni =
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
                    IpAddress.of("10.0.0.4").plus(number), Optional.empty())),
            List.of(),
            List.of(GROUP),
            true,
            Optional.of(new NetworkInterface.Attachment(attachment, id, 0, true, Instant.EPOCH)),
            "interface",
            Optional.empty());
    return List.of(new Change.Put(instance), new Change.Put(eni));
  }
}
