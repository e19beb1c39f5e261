package io.cloister.dataplane.linux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.linux.sandbox.userdata.Boot;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Root inside a sandbox tries what root of the machine may do. */
class EscapeTest {
  private static final long MEMORY = 64L << 20;
  private Lab lab;
  private int pid;

  @BeforeEach
  void open() throws IOException {
    lab = new Lab();
    pid = lab.sandboxes().start(lab.spec("i-1", Boot.NONE, new Limits(64, MEMORY))).pid();
  }

  @AfterEach
  void close() throws IOException {
    lab.close();
  }

  /** A command that must fail inside, and must not be missing: it must have been refused. */
  private void refused(String line) {
    Lab.Result result = lab.sh("i-1", line);
    assertThat(result.code()).as("exit code of: %s%n%s", line, result).isNotIn(0, 126, 127);
  }

  @Test
  void isRootInsideAndNobodyOutside() throws IOException {
    String outside = Files.readString(Path.of("/proc/" + pid + "/status"));
    assertThat(outside)
        .containsPattern("\nUid:(\t" + Identity.ofThisProcess().base() + "){4}\n")
        .containsPattern("\nGid:(\t" + Identity.ofThisProcess().base() + "){4}\n")
        .containsPattern("\nGroups:\t" + Identity.ofThisProcess().base() + " \n|\nGroups:\t \n");
    String init = lab.sh("i-1", "grep -E '^(Uid|Cap|NoNew)' /proc/$(pgrep -o sh)/status").out();
    String entered = lab.sh("i-1", "grep -E '^(Uid|Cap|NoNew)' /proc/self/status").out();
    // CHOWN DAC_OVERRIDE FOWNER FSETID KILL SETGID SETUID SETPCAP SYS_CHROOT
    for (String status : List.of(init, entered)) {
      assertThat(status)
          .contains("CapPrm:\t00000000000401fb\n", "CapEff:\t00000000000401fb\n")
          .contains("NoNewPrivs:\t1");
    }
    assertThat(entered).contains("CapBnd:\t00000000000401fb\n");
    for (String space : List.of("user", "net", "pid", "mnt", "uts", "ipc")) {
      Path ours = Files.readSymbolicLink(Path.of("/proc/self/ns", space));
      assertThat(lab.sh("i-1", "readlink /proc/self/ns/" + space).out())
          .as(space)
          .isNotEqualTo(ours + "\n")
          .isEqualTo(lab.sh("i-1", "readlink /proc/1/ns/" + space).out());
    }
  }

  @Test
  void reachesNoFileOfTheMachine() throws IOException {
    lab.sandboxes().start(lab.spec("i-2"));
    lab.sh("i-2", "echo secret >/root/of-another");
    Path secret = Files.writeString(lab.directory.resolve("secret"), "secret");
    refused("cat " + secret);
    refused("cat " + lab.directory.resolve("disks/i-2/upper/root/of-another"));
    refused("ls " + lab.directory);
    refused("ls " + lab.run());
    assertThat(Files.readString(Path.of("/etc/shadow"))).isNotEmpty();
    assertThat(lab.sh("i-1", "cat /etc/shadow").out()).isEqualTo("root:*:19000:0:99999:7:::\n");
    // Names may be seen by way of /proc; what they name may not.
    assertThat(lab.sh("i-1", "find / -xdev -name secret -o -name of-another").out()).isEmpty();
    refused("cat /proc/1/root" + secret);
    refused("cat /proc/1/cwd/" + secret);
    refused("ls /run/dbus /run/systemd");
    assertThat(lab.sh("i-1", "ls -A /run/cloister").out())
        .isEqualTo("boot\nconsole.0\nconsole.1\nconsole.in\ninit\npower\n");
    refused("echo x >/run/cloister/init");
    refused("rm /run/cloister/power");
    lab.sh("i-1", "rm /usr/bin/env; echo x >/usr/bin/cloister-x; chmod 0777 /usr/bin");
    assertThat(Path.of("/usr/bin/env")).exists();
    assertThat(Path.of("/usr/bin/cloister-x")).doesNotExist();
    assertThat(Files.getPosixFilePermissions(Path.of("/usr/bin"))).hasSize(7);
    refused("mknod /tmp/disk b 254 0");
    refused("cat /dev/vda /dev/mem /dev/kmsg");
    // open_by_handle_at, which has read the machine's disk from within containers, needs the same
    // right as mounting.
    refused(
        "perl -e 'open my $f, q(<), q(/usr) or exit 0; exit(syscall(304, fileno($f), q(x) x 128, 0) < 0)'");
  }

  @Test
  void seesAndTouchesNoProcessOfTheMachine() {
    assertThat(lab.sh("i-1", "ls /proc | grep -c '^[0-9]'").out().strip())
        .satisfies(count -> assertThat(Integer.parseInt(count)).isLessThan(8));
    long jvm = ProcessHandle.current().pid();
    refused("kill -0 " + jvm);
    refused("ls /proc/" + jvm);
    refused("nsenter --net=/proc/" + jvm + "/ns/net true");
    refused("test $(ls -id /proc/1/root | cut -d' ' -f1) = " + "2");
  }

  @Test
  void reachesNoSocketOfTheMachine() throws IOException {
    Path socket = lab.directory.resolve("socket");
    Process listener =
        new ProcessBuilder(
                "perl",
                "-MSocket",
                "-e",
                "socket(my $s, AF_UNIX, SOCK_STREAM, 0); bind($s, pack_sockaddr_un(\"\\0\" . shift))"
                    + " or die; listen($s, 5); print qq(up\\n); close STDOUT; sleep 100",
                lab.name)
            .start();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Files.setAttribute(socket, "unix:mode", 0777);
      assertThat(listener.inputReader().readLine()).isEqualTo("up");
      String connect =
          "perl -MSocket -e 'socket(my $s, AF_UNIX, SOCK_STREAM, 0);"
              + " exit(connect($s, pack_sockaddr_un(%s)) ? 0 : 1)'";
      String byName = connect.formatted("qq(\\0" + lab.name + ")");
      String byPath = connect.formatted("q(" + socket + ")");
      assertThat(Lab.command("sh", "-c", byName).code()).isZero();
      assertThat(Lab.command("sh", "-c", byPath).code()).isZero();
      refused(byName);
      refused(byPath);
      assertThat(lab.sh("i-1", "cat /proc/net/unix | wc -l").out().strip()).isEqualTo("1");
    } finally {
      listener.destroyForcibly();
    }
    assertThat(lab.sh("i-1", "cat /proc/net/dev | grep -c :").out().strip()).isEqualTo("1");
  }

  @Test
  void changesNothingOfTheMachine() {
    for (String sysctl :
        List.of("kernel/core_pattern", "kernel/hostname", "vm/drop_caches", "kernel/panic")) {
      refused("v=$(cat /proc/sys/" + sysctl + " || echo 0); echo \"$v\" >/proc/sys/" + sysctl);
    }
    refused("echo h >/proc/sysrq-trigger");
    refused("mount -t tmpfs none /mnt");
    refused("mount -t proc none /mnt");
    refused("mount -o remount,rw /usr");
    refused("umount /proc");
    refused("unshare --user true");
    refused("unshare --net true");
    refused("unshare --mount true");
    refused("ip link add d0 type veth");
    refused("ip addr add 10.9.9.9/32 dev lo");
    refused("nft list ruleset");
    refused("date -s 2001-01-01");
    refused("hostname other");
    refused("swapoff -a; swapon /tmp/x");
    refused("perl -e 'exit(syscall(175, q(x), 1, q(x)) < 0)'"); // init_module
    refused("chroot /proc/1/root ls " + lab.directory);
    refused("echo 1000000 >/proc/sys/user/max_user_namespaces");
    refused("ulimit -u 1000000");
    refused("perl -e 'exit(syscall(321, 0, q(x) x 128, 48) < 0)'"); // bpf
  }

  @Test
  void aForkBombIsBounded() {
    String bomb =
        "perl -e 'while (defined(my $p = fork)) { if (!$p) { close STDOUT; close STDERR; sleep 99 }"
            + " last if ++$n == 300 } print $n'";
    int forked = Integer.parseInt(lab.sh("i-1", bomb).out());
    assertThat(forked).isBetween(20, 64);
    // The bomb itself has ended and left room for itself, not for this too.
    assertThat(lab.sh("i-1", "for i in 1 2 3 4 5 6; do sleep 0.2 & done; wait").err())
        .contains("fork");
    assertThat(lab.sandboxes().running()).hasSize(1);
  }

  @Test
  void memoryIsBounded() {
    String eat = "perl -e 'my $x = q(x) x (%d << 20); print length $x'";
    assertThat(lab.sh("i-1", eat.formatted(8)).out()).isEqualTo(Long.toString(8L << 20));
    assertThat(lab.sh("i-1", eat.formatted(200)).out()).isEmpty();
    assertThat(lab.sh("i-1", "head -c 200M /dev/zero >/tmp/big").code()).isNotZero();
    assertThat(lab.sh("i-1", "head -c 200M /dev/zero >/dev/shm/big").code()).isNotZero();
    assertThat(lab.sandboxes().running()).hasSize(1);
  }
}
