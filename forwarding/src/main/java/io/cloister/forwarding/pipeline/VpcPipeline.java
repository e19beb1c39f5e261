package io.cloister.forwarding.pipeline;

import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * A VPC that has at least one interface. Only what its ports can meet is in it: the subnets that
 * hold ports, the tables and ACLs of those subnets, the groups that ports carry.
 *
 * @param cidrs its blocks of both families, the primary one first
 * @param classes the classes of its ports
 * @param carriers the ports of each class
 * @param references for each group that a rule names as the other side, the groups whose rules do
 * @param edge where it meets an internet gateway
 */
public record VpcPipeline(
    VpcId id,
    List<Prefix> cidrs,
    Table<NetworkInterfaceId, Port> ports,
    Table<SubnetId, SubnetStage> subnets,
    Table<RouteTableId, ForwardingTable> tables,
    Table<NetworkAclId, AclStage> acls,
    Table<SecurityGroupId, GroupPolicy> groups,
    Table<PolicyClassId, PolicyClass> classes,
    Table<PolicyClassId, Table<NetworkInterfaceId, NetworkInterfaceId>> carriers,
    Table<SecurityGroupId, Table<SecurityGroupId, SecurityGroupId>> references,
    Optional<Edge> edge) {

  /** Copies the blocks. */
  public VpcPipeline {
    cidrs = List.copyOf(cidrs);
  }

  /** A VPC without anything. */
  public static VpcPipeline empty(VpcId id) {
    return new VpcPipeline(
        id,
        List.of(),
        Table.empty(),
        Table.empty(),
        Table.empty(),
        Table.empty(),
        Table.empty(),
        Table.empty(),
        Table.empty(),
        Table.empty(),
        Optional.empty());
  }

  /** The class of a port of this VPC. */
  public PolicyClass policyOf(Port port) {
    return classes.require(port.policy());
  }

  /** The subnet of a port of this VPC. */
  public SubnetStage subnetOf(Port port) {
    return subnets.require(port.subnet());
  }

  /** The forwarding table of a subnet of this VPC. */
  public ForwardingTable tableOf(SubnetStage subnet) {
    return tables.require(subnet.table());
  }

  /** The ACL of a subnet of this VPC; empty in a network that says nothing of ACLs. */
  public Optional<AclStage> aclOf(SubnetStage subnet) {
    return subnet.acl().map(acls::require);
  }

  /** Whether an address lies in one of the VPC's blocks. */
  public boolean contains(IpAddress address) {
    return cidrs.stream().anyMatch(cidr -> cidr.contains(address));
  }
}
