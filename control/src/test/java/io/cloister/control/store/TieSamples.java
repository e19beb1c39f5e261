package io.cloister.control.store;

import io.cloister.model.dns.RecordSet;
import io.cloister.model.dns.RecordType;
import io.cloister.model.id.FlowLogId;
import io.cloister.model.id.HostedZoneId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InstanceProfileId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.ProfileAssociationId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.RoleId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.id.VpcEndpointServiceId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.EndpointService;
import io.cloister.model.vpc.FlowLog;
import io.cloister.model.vpc.HostedZone;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.Leg;
import io.cloister.model.vpc.PeeringConnection;
import io.cloister.model.vpc.ProfileAssociation;
import io.cloister.model.vpc.Role;
import io.cloister.model.vpc.TransitGateway;
import io.cloister.model.vpc.TransitGatewayAttachment;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import io.cloister.model.vpc.VpcEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource of every kind that ties VPCs to elsewhere, and of what is around them. */
final class TieSamples {
  private static final String N = "-0123456789abcdef0";
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final VpcId VPC = new VpcId("vpc" + N);
  private static final Leg LEG =
      new Leg(new SubnetId("subnet" + N), new NetworkInterfaceId("eni" + N));
  private static final TransitGatewayId TGW = new TransitGatewayId("tgw" + N);
  private static final TransitGatewayRouteTableId TGW_TABLE =
      new TransitGatewayRouteTableId("tgw-rtb" + N);
  private static final TransitGatewayAttachmentId ATTACHMENT =
      new TransitGatewayAttachmentId("tgw-attach" + N);
  private static final RoleId ROLE = new RoleId("AROA0123456789ABCDEFG");
  private static final InstanceProfileId PROFILE = new InstanceProfileId("AIPA0123456789ABCDEFG");

  private TieSamples() {}

  static List<Change> changes() {
    return List.of(
        new Change.Put(
            new PeeringConnection(
                new PeeringConnectionId("pcx" + N),
                Samples.SCOPE,
                new PeeringConnection.Side(Samples.SCOPE, VPC, true),
                new PeeringConnection.Side(Samples.SCOPE, new VpcId("vpc-12345678"), false),
                PeeringConnection.Status.ACTIVE,
                "Active",
                TIME,
                TIME)),
        new Change.Put(
            new TransitGateway(
                TGW,
                Samples.SCOPE,
                "hub",
                new TransitGateway.Options(64512, false, true, true, true, true, false),
                Optional.of(TGW_TABLE),
                Optional.empty(),
                TIME)),
        new Change.Put(
            new TransitGatewayAttachment(
                ATTACHMENT,
                Samples.SCOPE,
                TGW,
                VPC,
                List.of(LEG),
                new TransitGatewayAttachment.Options(true, true, false, false),
                Optional.of(TGW_TABLE),
                TransitGatewayAttachment.State.AVAILABLE,
                TIME)),
        new Change.Put(
            new TransitGatewayRouteTable(
                TGW_TABLE,
                Samples.SCOPE,
                TGW,
                List.of(ATTACHMENT),
                List.of(
                    new TransitGatewayRouteTable.StaticRoute(
                        Prefix.of("10.0.0.0/8"), Optional.empty()),
                    new TransitGatewayRouteTable.StaticRoute(
                        Prefix.of("0.0.0.0/0"), Optional.of(ATTACHMENT))),
                TIME)),
        new Change.Put(endpoint()),
        new Change.Put(
            new EndpointService(
                new VpcEndpointServiceId("vpce-svc" + N),
                Samples.SCOPE,
                List.of("arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/n/1"),
                true,
                List.of(new EndpointService.Principal("*", "vpce-svc-perm" + N)),
                Optional.of("api.example.com"),
                List.of("ipv4"),
                TIME)),
        flowLog(VPC, new FlowLog.ToLogGroup("flows")),
        flowLog(LEG.subnet(), new FlowLog.ToBucket("flows", "a/b", true, false)),
        new Change.Put(zone()),
        new Change.Put(
            new Role(
                ROLE,
                Samples.SCOPE,
                "web",
                "/",
                "",
                "{}",
                Map.of("p", "{}"),
                List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"),
                3600,
                TIME)),
        new Change.Put(
            new InstanceProfile(PROFILE, Samples.SCOPE, "web", "/", Optional.of(ROLE), TIME)),
        new Change.Put(
            new ProfileAssociation(
                new ProfileAssociationId("iip-assoc" + N),
                Samples.SCOPE,
                new InstanceId("i" + N),
                PROFILE,
                TIME)));
  }

  private static VpcEndpoint endpoint() {
    return new VpcEndpoint(
        new VpcEndpointId("vpce" + N),
        Samples.SCOPE,
        VPC,
        VpcEndpoint.Type.INTERFACE,
        "com.amazonaws.us-east-1.s3",
        Optional.of("{}"),
        List.of(new RouteTableId("rtb" + N)),
        List.of(LEG),
        List.of(new SecurityGroupId("sg" + N)),
        true,
        new VpcEndpoint.DnsOptions("ipv4", "ipv4", false),
        "1a2b3c4d",
        VpcEndpoint.State.AVAILABLE,
        TIME);
  }

  private static Change flowLog(ResourceId watched, FlowLog.Destination destination) {
    return new Change.Put(
        new FlowLog(
            new FlowLogId("fl" + (watched.equals(VPC) ? N : "-12345678")),
            Samples.SCOPE,
            watched,
            FlowLog.Traffic.ALL,
            destination,
            List.of("version", "srcaddr"),
            60,
            Map.of("DeliverLogsPermissionArn", "arn:aws:iam::123456789012:role/flows"),
            TIME));
  }

  private static HostedZone zone() {
    return new HostedZone(
        new HostedZoneId("Z0123456789ABCDEFGHIJ"),
        Samples.SCOPE,
        "corp.example.",
        "reference",
        "",
        List.of(new HostedZone.Association(VPC, "us-east-1")),
        List.of(
            new RecordSet(
                "a.corp.example.", RecordType.A, 60, List.of("10.0.0.9"), Optional.empty()),
            new RecordSet(
                "b.corp.example.",
                RecordType.A,
                0,
                List.of(),
                Optional.of(new RecordSet.Alias("ZONE", "a.corp.example.", false)))),
        TIME);
  }
}
