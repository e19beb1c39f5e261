package io.cloister.dataplane.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.host.Desired;
import io.cloister.dataplane.kernel.Namespace;
import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Reconcile;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.network.Timing;
import io.cloister.model.vpc.Direction;
import io.cloister.model.vpc.InternetGateway;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.TrafficMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LinuxPlannerTest {
  private static final NetworkAclId ACL = new NetworkAclId("acl-00000001");
  private static final NamespaceName ROUTER = Names.router(SmallNetwork.VPC);

  private static Desired full(Network network) {
    return new LinuxPlanner(Timing.REAL).plan(Network.EMPTY, network);
  }

  @Test
  void nothingRunsSoNothingIsPlannedButTheInternet() {
    assertThat(full(SmallNetwork.with(0)).namespaces().keys())
        .extracting(NamespaceName::text)
        .containsExactly("internet", "net");
  }

  @Test
  void nftReadsEveryTable() throws Exception {
    Network network =
        SmallNetwork.with(3)
            .apply(
                List.of(
                    new Change.Put(
                        SmallNetwork.group(
                            SmallNetwork.rule(1, Direction.EGRESS, new TrafficMatch.Everything()),
                            SmallNetwork.fromGroup(2, 443)))));
    Desired desired = full(network);
    int tables = 0;
    for (Namespace namespace : desired.namespaces()) {
      if (namespace.nft().isPresent()) {
        assertThat(complaints(namespace.nft().get().toString()))
            .as("%s", namespace.nft().get())
            .isEmpty();
        tables++;
      }
    }
    assertThat(tables).isEqualTo(3);
    assertThat(Reconcile.steps(desired.namespaces(), new TreeMap<>())).isNotEmpty();
  }

  @Test
  void aNewRuleTouchesTheChainsOfItsGroupAlone() {
    Network before = SmallNetwork.with(5);
    Network after =
        before.apply(
            List.of(
                new Change.Put(
                    SmallNetwork.group(
                        SmallNetwork.rule(1, Direction.EGRESS, new TrafficMatch.Everything()),
                        SmallNetwork.fromGroup(2, 443)))));
    LinuxPlanner planner = new LinuxPlanner(Timing.REAL);
    Desired old = planner.plan(Network.EMPTY, before);
    Desired now = planner.plan(before, after);
    var steps = Reconcile.between(old.namespaces(), now.namespaces());
    assertThat(steps).hasSize(1);
    assertThat(steps.getFirst().toString())
        .contains("r-in-sg-00000001")
        .doesNotContain("s-own4")
        .doesNotContain("r-out-sg-00000001");
    assertThat(now.forget()).isEmpty();
  }

  @Test
  void anAddressThatGoesIsForgotten() {
    Network before = SmallNetwork.with(2);
    Network after =
        before.apply(
            List.of(
                new Change.Remove(new InstanceId("i-00000001")),
                new Change.Remove(new NetworkInterfaceId("eni-00000001"))));
    LinuxPlanner planner = new LinuxPlanner(Timing.REAL);
    planner.plan(Network.EMPTY, before);
    assertThat(planner.plan(before, after).forget())
        .hasToString("{igw-00000001=[10.0.0.5, 198.18.0.2], vpc-00000001=[10.0.0.5]}");
  }

  @Test
  void aGatewayWithoutAPublicAddressIsConnectedToo() {
    Network network = SmallNetwork.with(1);
    Network before =
        network.apply(
            List.of(
                new Change.Put(network.internetGateways().require(SmallNetwork.IGW).detached())));
    LinuxPlanner planner = new LinuxPlanner(Timing.REAL);
    planner.plan(Network.EMPTY, before);
    assertThat(Reconcile.steps(planner.plan(before, network).namespaces(), new TreeMap<>()))
        .isNotEmpty();
  }

  @Test
  void whatIsPlannedStepByStepIsWhatIsPlannedAtOnce() {
    long seed = 20261122;
    Random random = new Random(seed);
    LinuxPlanner planner = new LinuxPlanner(Timing.REAL);
    Network network = Network.EMPTY;
    for (int i = 0; i < 200; i++) {
      Network next = network.apply(edit(random, network));
      assertThat(planner.plan(network, next).namespaces())
          .as("seed %d, step %d", seed, i)
          .isEqualTo(full(next).namespaces());
      network = next;
    }
    assertThat(planner.plan(network, network).namespaces().has(ROUTER)).isTrue();
  }

  private static List<Change> edit(Random random, Network network) {
    if (network.vpcs().isEmpty()) {
      return SmallNetwork.with(2).asChanges();
    }
    int number = random.nextInt(6);
    return switch (random.nextInt(7)) {
      case 0 -> SmallNetwork.instance(number);
      case 1 ->
          new ArrayList<>(
              List.of(
                  new Change.Remove(new InstanceId("i-%08x".formatted(number))),
                  new Change.Remove(new NetworkInterfaceId("eni-%08x".formatted(number)))));
      case 5 -> List.of(new Change.Put(acl(random)));
      case 6 -> List.of(new Change.Remove(ACL));
      case 4 -> {
        InternetGateway igw = network.internetGateways().require(SmallNetwork.IGW);
        yield List.of(
            new Change.Put(
                igw.vpc().isPresent() ? igw.detached() : igw.attachedTo(SmallNetwork.VPC)));
      }
      case 2 ->
          List.of(
              new Change.Put(
                  SmallNetwork.group(
                      SmallNetwork.rule(1, Direction.EGRESS, new TrafficMatch.Everything()),
                      SmallNetwork.fromGroup(2, 1 + random.nextInt(3)))));
      default ->
          List.of(
              new Change.Put(
                  SmallNetwork.group(
                      SmallNetwork.rule(3, Direction.INGRESS, new TrafficMatch.Everything()))));
    };
  }

  /** Judges the small network's subnet, by entries that are drawn. */
  private static NetworkAcl acl(Random random) {
    List<NetworkAcl.Entry> entries = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      entries.add(
          new NetworkAcl.Entry(
              n % 2 == 0 ? Direction.INGRESS : Direction.EGRESS,
              100 + n,
              random.nextBoolean(),
              random.nextBoolean()
                  ? new TrafficMatch.Everything()
                  : new TrafficMatch.Ports(IpProtocol.TCP, new PortRange(80, 90)),
              random.nextBoolean() ? Prefix.ALL_IPV4 : Prefix.of("10.0.0.0/9")));
    }
    return new NetworkAcl(ACL, SmallNetwork.SCOPE, SmallNetwork.VPC, true, entries, List.of());
  }

  /** What the real {@code nft} says, in a network namespace that ends with it. */
  private static String complaints(String ruleset) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("unshare", "--net", "nft", "-f", "-").redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(ruleset.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said : "exit: " + said;
  }
}
