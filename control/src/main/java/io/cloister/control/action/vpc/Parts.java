package io.cloister.control.action.vpc;

import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What belongs to a VPC, against the direction in which the model refers. */
final class Parts {
  private Parts() {}

  /** Its subnets, by id. */
  static List<Subnet> subnets(Network network, VpcId vpc) {
    return network.index().subnets(vpc).map(network.subnets()::require).toList();
  }

  /** Its route tables, by id. */
  static List<RouteTable> routeTables(Network network, VpcId vpc) {
    return network.index().routeTables(vpc).map(network.routeTables()::require).toList();
  }

  /** Its main route table, which every VPC has. */
  static RouteTable main(Network network, VpcId vpc) {
    return routeTables(network, vpc).stream().filter(RouteTable::main).findFirst().orElseThrow();
  }

  /** Its network ACLs, by id. */
  static List<NetworkAcl> acls(Network network, VpcId vpc) {
    return network.networkAcls().where(a -> a.vpc().equals(vpc)).toList();
  }

  /** Its default network ACL, which every VPC has. */
  static NetworkAcl defaultAcl(Network network, VpcId vpc) {
    return network
        .networkAcls()
        .where(a -> a.vpc().equals(vpc) && a.isDefault())
        .findFirst()
        .orElseThrow();
  }

  /** The network ACL that a subnet is associated with; every subnet is with one. */
  static Optional<NetworkAcl> aclOf(Network network, SubnetId subnet) {
    return network
        .networkAcls()
        .where(a -> a.associations().stream().anyMatch(x -> x.subnet().equals(subnet)))
        .findFirst();
  }

  /** Its security groups, by id. */
  static List<SecurityGroup> groups(Network network, VpcId vpc) {
    return network.securityGroups().where(g -> g.vpc().equals(vpc)).toList();
  }

  /** The internet gateway that is attached to it: at most one. */
  static Optional<InternetGateway> gateway(Network network, VpcId vpc) {
    return network
        .internetGateways()
        .where(g -> g.vpc().filter(vpc::equals).isPresent())
        .findFirst();
  }

  /** The interfaces in its subnets. */
  static Stream<NetworkInterface> interfaces(Network network, VpcId vpc) {
    return network.index().subnets(vpc).flatMap(s -> interfaces(network, s));
  }

  /** The interfaces in a subnet. */
  static Stream<NetworkInterface> interfaces(Network network, SubnetId subnet) {
    return network.index().interfaces(subnet).map(network.interfaces()::require);
  }

  /** The default VPC of a scope, if it still has one. */
  static Optional<Vpc> defaultVpc(Network network, Scope scope) {
    return network.vpcs().where(v -> v.isDefault() && v.scope().equals(scope)).findFirst();
  }
}
