package io.cloister.control.action.endpoint;

import io.cloister.control.action.Caller;
import io.cloister.control.action.ec2.group.Groups;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.VpcEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;

/** Endpoints as EC2 answers them. */
final class EndpointShapes {
  /** The public hosted zone of PrivateLink's names in us-east-1; here in every Region. */
  private static final String ZONE = "Z7HUB22UULQXV";

  private EndpointShapes() {}

  static software.amazon.awssdk.services.ec2.model.VpcEndpoint of(
      Network network, Caller caller, VpcEndpoint endpoint) {
    boolean gateway = endpoint.type() == VpcEndpoint.Type.GATEWAY;
    var answer =
        software.amazon.awssdk.services.ec2.model.VpcEndpoint.builder()
            .vpcEndpointId(endpoint.id().value())
            .vpcEndpointType(endpoint.type().text())
            .vpcId(endpoint.vpc().value())
            .serviceName(endpoint.service())
            .state(endpoint.state().text())
            .policyDocument(endpoint.policy().orElse(null))
            .routeTableIds(endpoint.routeTables().stream().map(t -> t.value()).toList())
            .subnetIds(endpoint.legs().stream().map(l -> l.subnet().value()).toList())
            .networkInterfaceIds(endpoint.legs().stream().map(l -> l.eni().value()).toList())
            .groups(
                Groups.identifiers(network, endpoint.groups()).stream()
                    .map(g ->
                        SecurityGroupIdentifier.builder()
                            .groupId(g.groupId())
                            .groupName(g.groupName())
                            .build())
                    .toList())
            .privateDnsEnabled(endpoint.privateDns())
            .requesterManaged(false)
            .creationTimestamp(endpoint.created())
            .ownerId(endpoint.scope().account())
            .serviceRegion(endpoint.scope().region())
            .tags(Tagging.of(network, endpoint.id()));
    if (!gateway) {
      answer
          .ipAddressType(endpoint.dnsOptions().addressType())
          .dnsOptions(o -> o.dnsRecordIpType(endpoint.dnsOptions().recordType()));
    }
    return answer.dnsEntries(gateway ? List.of() : entries(network, caller, endpoint)).build();
  }

  /** The name of all zones, those of each zone, and the service's own. */
  private static List<DnsEntry> entries(Network network, Caller caller, VpcEndpoint endpoint) {
    Optional<AwsService> service =
        AwsService.all(caller).stream()
            .filter(
                s -> s.name().equals(endpoint.service()) && s.type() == VpcEndpoint.Type.INTERFACE)
            .findFirst();
    if (service.isEmpty()) {
      return List.of();
    }
    String base = "." + service.get().base(caller.region());
    String first = endpoint.id() + "-" + endpoint.nameSuffix();
    List<DnsEntry> entries = new ArrayList<>();
    entries.add(entry(first + base, ZONE));
    endpoint.legs().stream()
        .map(l -> network.subnets().require(l.subnet()).zone())
        .sorted()
        .forEach(zone -> entries.add(entry(first + "-" + zone + base, ZONE)));
    if (endpoint.privateDns()) {
      service
          .get()
          .privateName()
          .ifPresent(name -> entries.add(entry(name, "Z" + hidden(endpoint))));
    }
    return entries;
  }

  /** The hidden private zone that the service's own name is in: a name made of the endpoint's. */
  private static String hidden(VpcEndpoint endpoint) {
    return endpoint
        .id()
        .value()
        .substring(endpoint.id().value().indexOf('-') + 1)
        .toUpperCase(java.util.Locale.ROOT);
  }

  private static DnsEntry entry(String name, String zone) {
    return DnsEntry.builder().dnsName(name).hostedZoneId(zone).build();
  }
}
