package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.linux.sandbox.Exec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** Root inside an instance looks for the machine's network; its files are another test's. */
@ExtendWith(LabExtension.class)
class MachineTest {
  private static final String CONNECT =
      "perl -MSocket=:all -e 'socket(my $s, %s, SOCK_STREAM, 0); alarm 1;"
          + " exit(connect($s, %s) ? 7 : 3)'";

  private final Lab lab;
  private final Probes probes;
  private final Host host;

  MachineTest(Lab lab) {
    this.lab = lab;
    probes = lab.probes();
    Account account = lab.account();
    String vpc = account.vpc("10.0.0.0/16");
    String gateway = account.gateway(vpc);
    account.route(account.mainTable(vpc), "0.0.0.0/0", gateway);
    host = account.runPublic(account.subnet(vpc, "10.0.1.0/24"), account.group(vpc));
    account.await(host, InstanceStateName.RUNNING);
  }

  private record Result(int code, String output) {}

  private Result inside(String line) {
    try (Exec.Command command = new Exec(lab.run()).start(host.id(), List.of("sh", "-c", line))) {
      assertThat(command.ended(20_000)).as(line).isTrue();
      return new Result(command.code(), command.output());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Stream<InetAddress> ofTheMachine() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(a -> a instanceof java.net.Inet4Address && !a.isLoopbackAddress());
  }

  @Test
  void hasTwoLinksAndNoOther() {
    assertThat(
            inside("cut -d: -f1 /proc/net/dev | tail -n +3 | tr -d ' ' | LC_ALL=C sort | xargs")
                .output())
        .isEqualTo("eth0 lo\n");
    assertThat(inside("ip link add x type veth").code()).isNotIn(0, 126, 127);
    assertThat(inside("ip addr add 10.0.1.99/32 dev eth0").code()).isNotIn(0, 126, 127);
    assertThat(inside("ip route add 1.2.3.4/32 dev eth0").code()).isNotIn(0, 126, 127);
    assertThat(inside("perl -MSocket -e 'exit(socket(my $s, AF_INET, SOCK_RAW, 255) ? 0 : 3)'"))
        .as("a raw socket")
        .isEqualTo(new Result(3, ""));
  }

  @Test
  void reachesNoServiceOnLoopback() throws IOException {
    try (ServerSocket service = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      for (int port : new int[] {service.getLocalPort(), lab.uri().getPort()}) {
        String address = "pack_sockaddr_in(%d, inet_aton(q(127.0.0.1)))".formatted(port);
        assertThat(inside(CONNECT.formatted("AF_INET", address)).code()).isEqualTo(3);
        String six = "pack_sockaddr_in6(%d, inet_pton(AF_INET6, q(::1)))".formatted(port);
        assertThat(inside(CONNECT.formatted("AF_INET6", six)).code()).isEqualTo(3);
      }
    }
  }

  @Test
  void reachesNoAddressOfTheMachine() throws IOException {
    List<InetAddress> addresses = ofTheMachine().toList();
    for (InetAddress address : addresses) {
      Fate fate = probes.udp(host, host, address.getHostAddress(), lab.uri().getPort());
      assertThat(fate).as("%s", address).isInstanceOf(Fate.Dropped.class);
    }
    assertThat(probes.udp(host, host, "127.0.0.1", 9)).as("its own").isEqualTo(Fate.ARRIVED);
  }
}
