package io.cloister.control.action.vpc;

import io.cloister.control.region.Zone;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.NetworkAclAssociationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.Route;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.SubnetSettings;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A default VPC: 172.31.0.0/16, a public /20 subnet in every zone, and a gateway that the main
 * table leads to (VPC user guide, "Default VPC components").
 */
record DefaultVpc(NewVpc parts, InternetGateway gateway, List<Subnet> subnets) {
  /** The block of every default VPC. */
  static final Prefix CIDR = Prefix.of("172.31.0.0/16");

  /** The bits of a default subnet's block. */
  static final int SUBNET_LENGTH = 20;

  static DefaultVpc of(Scope scope, List<Zone> zones, DhcpOptionsId options, Ids ids) {
    NewVpc bare = NewVpc.of(scope, CIDR, options, "default", true, ids);
    Vpc vpc = bare.vpc();
    InternetGateway gateway =
        new InternetGateway(
            new InternetGatewayId(ids.id(InternetGatewayId.PREFIX)), scope, Optional.of(vpc.id()));
    RouteTable main =
        bare.main()
            .withRoutes(
                List.of(
                    bare.main().routes().getFirst(),
                    new Route(
                        Prefix.ALL_IPV4,
                        new RouteTarget.ToInternetGateway(gateway.id()),
                        Route.Origin.CREATE_ROUTE)));
    List<Subnet> subnets = new ArrayList<>();
    List<NetworkAcl.Association> associations = new ArrayList<>();
    Prefix cidr = new Prefix(CIDR.address(), SUBNET_LENGTH);
    for (Zone zone : zones) {
      Subnet subnet = subnet(vpc, zone.name(), cidr, ids);
      subnets.add(subnet);
      associations.add(
          new NetworkAcl.Association(
              new NetworkAclAssociationId(ids.id(NetworkAclAssociationId.PREFIX)), subnet.id()));
      cidr = new Prefix(cidr.last().plus(1), SUBNET_LENGTH);
    }
    return new DefaultVpc(
        new NewVpc(vpc, main, bare.acl().withAssociations(associations), bare.group()),
        gateway,
        List.copyOf(subnets));
  }

  /** A default subnet: its instances get public addresses. */
  static Subnet subnet(Vpc vpc, String zone, Prefix cidr, Ids ids) {
    return new Subnet(
        new SubnetId(ids.id(SubnetId.PREFIX)),
        vpc.scope(),
        vpc.id(),
        zone,
        cidr,
        List.of(),
        true,
        SubnetSettings.NEW.withMapPublicIp(true));
  }

  /** What puts all of it. */
  List<Change> changes() {
    return Stream.of(
            parts.changes().stream(),
            Stream.of(new Change.Put(gateway)),
            subnets.stream().map(Change.Put::new))
        .flatMap(c -> c)
        .map(Change.class::cast)
        .toList();
  }
}
