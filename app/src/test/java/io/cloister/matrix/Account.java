package io.cloister.matrix;

import io.cloister.app.admin.AdminClient;
import io.cloister.app.admin.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** What tests ask of the API most, over HTTP, in few words; ids are as AWS gives them. */
@SuppressWarnings("unchecked") // The SDK's builders take generic varargs.
final class Account {
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final String IMAGE = "ami-0123456789abcdef0";

  private final Ec2Client ec2;
  private final Path namespaces;

  /**
   * @param namespaces the folder of the server's network namespaces
   */
  Account(Ec2Client ec2, Path namespaces) {
    this.ec2 = ec2;
    this.namespaces = namespaces;
  }

  /** The SDK's client, for all the rest. */
  Ec2Client ec2() {
    return ec2;
  }

  String vpc(String cidr) {
    return ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
  }

  /** A VPC with a block of IPv6 addresses. */
  String dualVpc(String cidr) {
    return ec2.createVpc(r -> r.cidrBlock(cidr).amazonProvidedIpv6CidrBlock(true)).vpc().vpcId();
  }

  String subnet(String vpc, String cidr) {
    return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr)).subnet().subnetId();
  }

  /** A subnet with the n-th /64 of the VPC's block. */
  String dualSubnet(String vpc, String cidr, int n) {
    String block =
        ec2.describeVpcs(r -> r.vpcIds(vpc))
            .vpcs()
            .getFirst()
            .ipv6CidrBlockAssociationSet()
            .getFirst()
            .ipv6CidrBlock();
    String mine = block(block, n);
    return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr).ipv6CidrBlock(mine))
        .subnet()
        .subnetId();
  }

  private static String block(String of56, int n) {
    byte[] bytes = Probes.address(of56.replace("/56", "")).getAddress();
    bytes[7] = (byte) n;
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** An internet gateway that is attached. */
  String gateway(String vpc) {
    String id = ec2.createInternetGateway().internetGateway().internetGatewayId();
    ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc));
    return id;
  }

  String mainTable(String vpc) {
    return ec2.describeRouteTables(r ->
            r.filters(
                f -> f.name("vpc-id").values(vpc), f -> f.name("association.main").values("true")))
        .routeTables()
        .getFirst()
        .routeTableId();
  }

  /** A route table of its own for a subnet. */
  String table(String vpc, String subnet) {
    String table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
    ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
    return table;
  }

  /** A route to a gateway ({@code igw-}) or an interface ({@code eni-}). */
  void route(String table, String destination, String target) {
    CreateRouteRequest.Builder route = CreateRouteRequest.builder().routeTableId(table);
    if (destination.contains(":")) {
      route.destinationIpv6CidrBlock(destination);
    } else {
      route.destinationCidrBlock(destination);
    }
    ec2.createRoute(
        (target.startsWith("eni-") ? route.networkInterfaceId(target) : route.gatewayId(target))
            .build());
  }

  /** A group that lets everything out, to IPv4 addresses. */
  String group(String vpc, IpPermission... in) {
    String name = "g-" + Probes.number();
    String id =
        ec2.createSecurityGroup(r -> r.groupName(name).description("of a test").vpcId(vpc))
            .groupId();
    allow(id, in);
    return id;
  }

  void allow(String group, IpPermission... in) {
    if (in.length > 0) {
      ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(in));
    }
  }

  void allowOut(String group, IpPermission... out) {
    ec2.authorizeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(out));
  }

  void revoke(String group, IpPermission... in) {
    ec2.revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(in));
  }

  void revokeOut(String group, IpPermission... out) {
    ec2.revokeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(out));
  }

  /** An instance in a subnet; its network is there when this returns. */
  Host run(String subnet, String... groups) {
    return run(subnet, _ -> {}, groups);
  }

  /** An instance with a public address that AWS lends it. */
  Host runPublic(String subnet, String... groups) {
    return run(subnet, i -> i.associatePublicIpAddress(true), groups);
  }

  /** An instance with an IPv6 address too. */
  Host runDual(String subnet, String... groups) {
    return run(subnet, i -> i.ipv6AddressCount(1), groups);
  }

  /** An instance with one interface. */
  Host run(
      String subnet,
      Consumer<InstanceNetworkInterfaceSpecification.Builder> more,
      String... groups) {
    Instance instance =
        ec2.runInstances(r ->
                r.imageId(IMAGE)
                    .instanceType("t3.micro")
                    .minCount(1)
                    .maxCount(1)
                    .networkInterfaces(i -> {
                      i.deviceIndex(0).subnetId(subnet).groups(List.of(groups));
                      more.accept(i);
                    }))
            .instances()
            .getFirst();
    return host(instance.instanceId());
  }

  /** An instance as it is now. */
  Host host(String id) {
    Instance instance =
        ec2.describeInstances(r -> r.instanceIds(id))
            .reservations()
            .getFirst()
            .instances()
            .getFirst();
    InstanceNetworkInterface eni =
        instance.networkInterfaces().stream()
            .filter(i -> i.attachment().deviceIndex() == 0)
            .findFirst()
            .orElseThrow();
    return new Host(
        id,
        eni.networkInterfaceId(),
        namespaces.resolve(id),
        eni.privateIpAddress(),
        eni.ipv6Addresses().isEmpty()
            ? ""
            : Probes.address(eni.ipv6Addresses().getFirst().ipv6Address()).getHostAddress(),
        eni.association() == null ? "" : eni.association().publicIp());
  }

  /** Lets an instance forward what is neither from nor for it. */
  void forwards(Host host) {
    ec2.modifyNetworkInterfaceAttribute(r ->
        r.networkInterfaceId(host.eni())
            .sourceDestCheck(AttributeBooleanValue.builder().value(false).build()));
  }

  /** Ends an instance and waits until it is gone, in the kernel too. */
  void terminate(Host host) {
    ec2.terminateInstances(r -> r.instanceIds(host.id()));
    await(host, InstanceStateName.TERMINATED);
    settle();
  }

  /**
   * Waits until the kernel enforces what is described now. What follows from a call is enforced
   * when it is answered, what follows from an observation is described a moment earlier.
   */
  void settle() {
    AdminClient server =
        new AdminClient(ec2.serviceClientConfiguration().endpointOverride().orElseThrow());
    long start = System.nanoTime();
    try {
      while (server.get("status", Status.class).pending() > 0) {
        if (System.nanoTime() - start > PATIENCE_NANOS) {
          throw new AssertionError("the kernel is not in step");
        }
        LockSupport.parkNanos(1_000_000);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until an instance is in a state. */
  void await(Host host, InstanceStateName state) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE_NANOS) {
      Instance now =
          ec2.describeInstances(r -> r.instanceIds(host.id()))
              .reservations()
              .getFirst()
              .instances()
              .getFirst();
      if (now.state().name() == state) {
        return;
      }
      LockSupport.parkNanos(5_000_000);
    }
    throw new AssertionError(host + " never was " + state);
  }
}
