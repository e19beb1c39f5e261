package io.cloister.control.action.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Cloud;
import io.cloister.control.region.Region;
import io.cloister.control.region.Regions;
import io.cloister.control.region.Zone;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.DhcpOptions;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefaultsTest {
  private static final Scope VIRGINIA = new Scope("111122223333", "aws", "us-east-1");

  @Test
  void aNewAccountFindsADefaultVpcThatReachesTheInternet() {
    Network network = Cloud.fresh().network();
    Vpc vpc = network.vpcs().values().findFirst().orElseThrow();
    assertThat(network.vpcs().size()).isEqualTo(1);
    assertThat(vpc.isDefault()).isTrue();
    assertThat(vpc.primary()).hasToString("172.31.0.0/16");
    assertThat(vpc.dnsHostnames()).isTrue();

    assertThat(network.subnets().values().map(Subnet::zone))
        .containsExactlyInAnyOrderElementsOf(
            Regions.get("us-east-1").zones().stream().map(Zone::name).toList());
    assertThat(network.subnets().values())
        .allSatisfy(subnet -> {
          assertThat(subnet.vpc()).isEqualTo(vpc.id());
          assertThat(subnet.cidr().length()).isEqualTo(20);
          assertThat(vpc.primary().contains(subnet.cidr())).isTrue();
          assertThat(subnet.defaultForAz()).isTrue();
          assertThat(subnet.settings().mapPublicIp()).isTrue();
          assertThat(network.routeTableOf(subnet).main()).isTrue();
          assertThat(network.routeTableOf(subnet).routes()).hasSize(2);
        });
    List<Prefix> blocks = network.subnets().values().map(Subnet::cidr).toList();
    assertThat(new HashSet<>(blocks)).hasSameSizeAs(blocks);

    InternetGateway gateway = network.internetGateways().values().findFirst().orElseThrow();
    assertThat(gateway.vpc()).contains(vpc.id());
    assertThat(network.routeTables().values().findFirst().orElseThrow().routes())
        .anySatisfy(route -> {
          assertThat(route.destination()).isEqualTo(Prefix.ALL_IPV4);
          assertThat(route.target()).isEqualTo(new RouteTarget.ToInternetGateway(gateway.id()));
        });

    NetworkAcl acl = network.networkAcls().values().findFirst().orElseThrow();
    assertThat(acl.isDefault()).isTrue();
    assertThat(acl.associations()).hasSize(network.subnets().size());
    SecurityGroup group = network.securityGroups().values().findFirst().orElseThrow();
    assertThat(group.isDefault()).isTrue();
    assertThat(group.rules().getFirst().peer())
        .isEqualTo(new RulePeer.Group(group.id(), "111122223333"));
    assertThat(network.opened().has(VIRGINIA)).isTrue();
  }

  @Test
  void theDefaultOptionsNameTheRegionsDomain() {
    assertThat(domain(VIRGINIA)).isEqualTo("ec2.internal");
    assertThat(domain(new Scope("111122223333", "aws", "eu-west-3")))
        .isEqualTo("eu-west-3.compute.internal");
  }

  private static String domain(Scope scope) {
    DhcpOptions options =
        Network.EMPTY.apply(Defaults.of(scope)).dhcpOptions().values().findFirst().orElseThrow();
    assertThat(options.options().getLast().values()).containsExactly("AmazonProvidedDNS");
    return options.options().getFirst().values().getFirst();
  }

  @Test
  void aScopeAlwaysGetsTheSameAndTwoScopesNeverShareAnId() {
    Set<String> ids = new HashSet<>();
    for (Region region : Regions.all()) {
      for (String account : List.of("111122223333", "444455556666")) {
        Scope scope = new Scope(account, region.partition().name(), region.name());
        List<Change> changes = Defaults.of(scope);
        assertThat(Defaults.of(scope)).isEqualTo(changes);
        assertThat(changes.getLast()).isEqualTo(new Change.Open(scope));
        for (Change change : changes) {
          if (change instanceof Change.Put put) {
            assertThat(ids.add(put.resource().id().value())).isTrue();
            assertThat(put.resource().scope()).isEqualTo(scope);
          }
        }
      }
    }
    assertThat(ids).hasSizeGreaterThan(46 * 2 * 9);
  }
}
