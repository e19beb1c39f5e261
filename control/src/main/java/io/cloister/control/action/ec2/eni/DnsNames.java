package io.cloister.control.action.ec2.eni;

import io.cloister.control.region.Regions;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Scope;
import java.util.Optional;

/**
 * The names that AWS gives to addresses (VPC user guide, "DNS attributes for your VPC"; EC2 user
 * guide, "EC2 instance hostnames and domains").
 */
public final class DnsNames {
  private static final String OLDEST = "us-east-1";

  private DnsNames() {}

  /** The public name of a public address; a VPC has some only with DNS hostnames on. */
  public static Optional<String> publicName(Network network, VpcId vpc, IpAddress address) {
    return network
        .vpcs()
        .get(vpc)
        .filter(v -> v.dnsHostnames() && v.dnsSupport())
        .map(v ->
            "ec2-%s.%s.%s"
                .formatted(
                    dashed(address),
                    v.scope().region().equals(OLDEST)
                        ? "compute-1"
                        : v.scope().region() + ".compute",
                    suffix(v.scope())));
  }

  /** The private name of an interface's address; a VPC has some only with DNS hostnames on. */
  public static Optional<String> ofInterface(Network network, VpcId vpc, IpAddress address) {
    return network
        .vpcs()
        .get(vpc)
        .filter(v -> v.dnsHostnames() && v.dnsSupport())
        .map(v -> ipName(v.scope(), address));
  }

  /** The private name of an instance, of its address or its id as its subnet says. */
  public static String ofInstance(
      Network network, SubnetId subnet, Scope scope, InstanceId id, IpAddress address) {
    boolean byId =
        network
            .subnets()
            .get(subnet)
            .filter(s -> s.settings().hostnameType().equals("resource-name"))
            .isPresent();
    return byId ? id + "." + zone(scope) : ipName(scope, address);
  }

  private static String ipName(Scope scope, IpAddress address) {
    return "ip-" + dashed(address) + "." + zone(scope);
  }

  private static String zone(Scope scope) {
    return scope.region().equals(OLDEST) ? "ec2.internal" : scope.region() + ".compute.internal";
  }

  private static String suffix(Scope scope) {
    return Regions.find(scope.region()).map(r -> r.partition().dnsSuffix()).orElse("amazonaws.com");
  }

  private static String dashed(IpAddress address) {
    return address.toString().replace('.', '-');
  }
}
