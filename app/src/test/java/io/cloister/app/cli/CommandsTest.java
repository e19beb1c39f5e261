package io.cloister.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.server.Clients;
import io.cloister.app.server.Cloister;
import io.cloister.app.server.Options;
import io.cloister.app.server.StartException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

class CommandsTest {
  /** What a command did. */
  private record Ran(int code, String out, String err) {}

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Commands.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  private static Cloister server() throws StartException {
    return Cloister.start(Options.ephemeral(0).withoutPackets());
  }

  @Test
  void wrongUseIsTwoAndTwoLines() {
    for (String[] wrong :
        new String[][] {
          {"nosuch"},
          {"serve", "--prot", "1"},
          {"serve", "--port", "many"},
          {"serve", "--port", "70000", "--ephemeral"},
          {"serve", "--ephemeral", "--keep"},
          {"serve", "--ephemeral", "--state", "/tmp/x"},
          {"serve", "--ephemeral", "--time-scale", "0"},
          {"serve", "--ephemeral", "--quota", "dragons=3"},
          {"serve", "--ephemeral", "--bind", "192.0.2.1"},
          {"drops", "--last", "0"},
        }) {
      Ran ran = run(wrong);
      assertThat(ran.code()).as(String.join(" ", wrong)).isEqualTo(2);
      assertThat(ran.err()).startsWith("cloister").contains("--help").doesNotContain("\tat ");
      assertThat(ran.err().lines().count()).isLessThan(4);
      assertThat(ran.out()).isEmpty();
    }
  }

  @Test
  void noServerIsThreeAndARemedy() {
    for (String command : new String[] {"ls", "status", "drops"}) {
      Ran ran = run(command, "--endpoint", "http://127.0.0.1:1");
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.err()).contains("http://127.0.0.1:1").contains("./cloister serve");
      assertThat(ran.err().lines()).hasSize(1);
    }
    assertThat(run("ls", "--endpoint", "not a url").code()).isEqualTo(3);
    assertThat(run("ls", "--endpoint", "https://127.0.0.1:4566").code()).isEqualTo(3);
  }

  @Test
  void everyCommandHasHelp() {
    for (String command :
        new String[] {"serve", "demo", "ls", "lint", "status", "drops", "reset"}) {
      Ran ran = run(command, "--help");
      assertThat(ran.code()).isZero();
      assertThat(ran.out()).startsWith("Usage: cloister " + command);
    }
    assertThat(run("--help").out()).contains("exec");
    assertThat(run("ls", "--help").out()).contains("$AWS_ENDPOINT_URL");
    assertThat(run("serve", "--help").out()).contains("${XDG_STATE_HOME:-~/.local/state}");
  }

  @Test
  void aServerIsListedAndReset() throws StartException {
    try (Cloister server = server();
        Ec2Client ec2 = Clients.ec2(server.uri(), "111122223333")) {
      String endpoint = server.uri().toString();
      assertThat(run("ls", "--endpoint", endpoint).out()).contains("Nothing is built yet");
      String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
      assertThat(run("ls", "--endpoint", endpoint).out()).contains(vpc).doesNotContain("172.31");
      assertThat(run("ls", "--all", "--endpoint", endpoint).out()).contains("172.31.0.0/16");
      assertThat(run("ls", "--json", "--endpoint", endpoint).out()).startsWith("{").contains(vpc);

      Ran status = run("status", "--endpoint", endpoint);
      assertThat(status.code()).isZero();
      assertThat(status.out()).contains("--no-packets").contains("1 accounts, 2 VPCs");

      Ran asked = run("reset", "--endpoint", endpoint);
      assertThat(asked.code()).as("no terminal to ask on").isEqualTo(2);
      assertThat(ec2.describeVpcs().vpcs()).hasSize(2);
      assertThat(run("reset", "--yes", "--endpoint", endpoint).code()).isZero();
      assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
      assertThat(run("status", "--endpoint", endpoint).out()).contains("0 VPCs");
    }
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(Style.wanted(Map.of(), true)).isTrue();
    assertThat(Style.wanted(Map.of(), false)).isFalse();
    assertThat(Style.wanted(Map.of("NO_COLOR", "1"), true)).isFalse();
    assertThat(Style.wanted(Map.of("TERM", "dumb"), true)).isFalse();
  }
}
