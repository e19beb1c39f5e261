package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** A server that is killed or ended, and the one after it. */
class RestartTest {
  private static final long ACCOUNT = 200_000_000_001L;
  private static final String ALL = "10.0.0.0/8";

  private final Path folder = Machine.folder("restart-" + Probes.number());
  private final Netns netns = new Netns();
  private final String group;
  private final Host a;
  private final Host b;
  private ServerProcess server;
  private Account account;
  private Probes probes;

  RestartTest() throws IOException {
    server = ServerProcess.start(folder, 0);
    account = account();
    probes = new Probes(netns, server::drops);
    String vpc = account.vpc("10.0.0.0/16");
    String clients = account.group(vpc);
    group = account.group(vpc, Rules.group("tcp", 80, 80, clients));
    a = account.run(account.subnet(vpc, "10.0.1.0/24"), clients);
    b = account.run(account.subnet(vpc, "10.0.2.0/24"), group);
    account.await(a, InstanceStateName.RUNNING);
    account.await(b, InstanceStateName.RUNNING);
  }

  private Account account() {
    return new Account(Lab.ec2(server.uri(), ACCOUNT), run().resolve("netns"));
  }

  private Path run() {
    return ServerProcess.run(folder, server.uri().getPort());
  }

  /** The same server again: on the same port, which its things are named by. */
  private void again() throws IOException {
    server = ServerProcess.start(folder, server.uri().getPort());
    account = account();
    probes = new Probes(netns, server::drops);
  }

  @AfterEach
  void end() throws InterruptedException, IOException {
    server.kill();
    netns.close();
    Machine.removeAll(folder);
    Machine.tidy();
  }

  private void rulesAreRight() {
    assertThat(probes.tcp(a, b, b.ipv4(), 80)).isEqualTo(Fate.ARRIVED);
    assertThat(probes.tcp(a, b, b.ipv4(), 81)).isEqualTo(Fate.notIn(b));
    account.allow(group, Rules.tcp(81, ALL));
    assertThat(probes.tcp(a, b, b.ipv4(), 81)).isEqualTo(Fate.ARRIVED);
    account.revoke(group, Rules.tcp(81, ALL));
    assertThat(probes.tcp(a, b, b.ipv4(), 81)).isEqualTo(Fate.notIn(b));
  }

  @Test
  void killedItInterruptsNothingAndTheNextGoesOn() throws Exception {
    String ran = Files.readString(run().resolve("exec").resolve(b.id()));
    try (TcpFlow flow = probes.flow(a, b, b.ipv4(), 80)) {
      server.kill();
      Probes alone = new Probes(netns, List::of);
      for (int i = 0; i < 20; i++) {
        assertThat(flow.by(alone).ask()).isEqualTo(Fate.ARRIVED);
        assertThat(flow.by(alone).answer()).isEqualTo(Fate.ARRIVED);
      }
      assertThat(alone.tcp(a, b, b.ipv4(), 80)).as("a new one").isEqualTo(Fate.ARRIVED);
      again();
      assertThat(flow.by(probes).ask()).isEqualTo(Fate.ARRIVED);
      assertThat(Files.readString(run().resolve("exec").resolve(b.id())))
          .as("the process of an instance")
          .isEqualTo(ran);
      rulesAreRight();
      assertThat(flow.by(probes).answer()).isEqualTo(Fate.ARRIVED);
    }
  }

  @Test
  void whateverWasDamagedMeanwhileIsMended() throws Exception {
    TcpFlow flow = probes.flow(a, b, b.ipv4(), 80);
    server.kill();
    Path router;
    try (Stream<Path> all = Files.list(run().resolve("netns"))) {
      router =
          all.filter(f -> f.getFileName().toString().startsWith("vpc-")).findFirst().orElseThrow();
    }
    Shell.in(
        router,
        "nft flush ruleset; nft add table inet stranger;"
            + " ip route flush table 100; ip -6 rule flush; sysctl -qw net.ipv4.ip_forward=0");
    Shell.in(b.namespace(), "ip link delete eth0");
    Shell.in(a.namespace(), "ip route flush table main; ip addr add 10.0.9.9/32 dev eth0");
    again();
    // What was plugged in anew might have been another's: nothing that was open goes on.
    assertThat(flow.by(probes).ask()).isEqualTo(new Fate.Dropped("invalid", a.eni()));
    flow.close();
    rulesAreRight();
    assertThat(Shell.in(router, "nft list tables")).contains("inet stranger");
    assertThat(Shell.in(a.namespace(), "ip addr")).doesNotContain("10.0.9.9");
  }

  @Test
  void endedItLeavesNothingButItsStateAndNothingOfOthersIsTouched() throws Exception {
    Path other = Path.of("/run/netns", "matrix-" + ProcessHandle.current().pid());
    Shell.run("ip netns add " + other.getFileName());
    try {
      Shell.in(other, "nft add table inet cloister; ip link add x type veth peer name y");
      String before = Shell.in(other, "nft list ruleset; ip -br link");
      String[] ran = Files.readString(run().resolve("exec").resolve(b.id())).strip().split(" ", -1);
      server.terminate();
      assertThat(run()).doesNotExist();
      // One that ended and that init has not buried yet has no command line any more.
      assertThat(Shell.run("cat /proc/%s/cmdline 2>/dev/null || true".formatted(ran[0])))
          .as("the instance's process")
          .isEmpty();
      assertThat(Shell.run("cat /proc/self/mounts")).doesNotContain(run().toString());
      assertThat(Shell.in(other, "nft list ruleset; ip -br link")).isEqualTo(before);
    } finally {
      Shell.run("ip netns delete " + other.getFileName());
    }
    again();
    account.await(b, InstanceStateName.RUNNING);
    rulesAreRight();
  }
}
