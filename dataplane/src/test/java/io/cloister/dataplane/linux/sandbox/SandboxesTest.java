package io.cloister.dataplane.linux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxesTest {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private Lab lab;

  @BeforeEach
  void open() throws IOException {
    lab = new Lab();
  }

  @AfterEach
  void close() throws IOException {
    lab.close();
  }

  @Test
  void looksLikeAMachineOfItsOwn() {
    lab.sandboxes().start(lab.spec("i-1"));
    assertThat(lab.sh("i-1", "hostname; id -u; pwd; echo $HOME").out())
        .isEqualTo("ip-10-0-1-4\n0\n/root\n/root\n");
    assertThat(lab.sh("i-1", "getent hosts ip-10-0-1-4").out()).startsWith("10.0.1.4");
    assertThat(lab.sh("i-1", "cat /etc/resolv.conf").out()).isEqualTo("nameserver 10.0.0.2\n");
    assertThat(lab.sh("i-1", "ls /").out().split("\n"))
        .contains("bin", "dev", "etc", "home", "proc", "root", "run", "tmp", "usr", "var");
    assertThat(lab.sh("i-1", "ls -A /home /root /srv /opt").out())
        .isEqualTo("/home:\nec2-user\n\n/opt:\n\n/root:\n\n/srv:\n");
    assertThat(lab.sh("i-1", "ls /sys/class/net 2>&1; grep -c : /proc/net/dev").out())
        .contains("1");
    assertThat(lab.sandboxes().console(new SandboxId("i-1")))
        .asString()
        .isEqualTo("cloister: ip-10-0-1-4 is up\n");
  }

  @Test
  void rootInsideMayWhatRootOfAMachineTakesForGranted() {
    lab.sandboxes().start(lab.spec("i-1"));
    assertThat(
            lab.sh(
                "i-1",
                "set -e; echo x >/etc/motd; mkdir -p /opt/a /var/lib/b; echo y >/etc/ssl/mine;"
                    + " touch /tmp/f; chown www-data /tmp/f; stat -c %U /tmp/f;"
                    + " perl -e '$) = $( = 33; $> = $< = 33; print `id -un`';"
                    + " perl -MIO::Socket -e 'IO::Socket::INET->new(Listen=>1,LocalPort=>80) or die $@'"))
        .isEqualTo(new Lab.Result(0, "www-data\nwww-data\n", ""));
  }

  @Test
  void putsProgramsIntoUsrForItselfAlone() {
    lab.sandboxes().start(lab.spec("i-1"));
    lab.sandboxes().start(lab.spec("i-2"));
    String install =
        "set -e; printf '#!/bin/sh\\necho mine\\n' >/usr/local/bin/mine; chmod +x /usr/local/bin/mine;"
            + " mkdir -p /usr/share/mine/deep; install /usr/local/bin/mine /usr/bin/true; mine; true;"
            + " rm /usr/bin/yes; mv /usr/bin/true /usr/bin/yes; yes";
    assertThat(lab.sh("i-1", install)).isEqualTo(new Lab.Result(0, "mine\nmine\n", ""));
    assertThat(lab.sh("i-2", "ls /usr/local/bin/mine /usr/share/mine; true").out()).isEmpty();
    assertThat(Path.of("/usr/local/bin/mine")).doesNotExist();
    lab.sandboxes().stop(new SandboxId("i-1"), GRACE);
    lab.sandboxes().start(lab.spec("i-1"));
    assertThat(lab.sh("i-1", "mine; yes").out()).isEqualTo("mine\nmine\n");
  }

  @Test
  void keepsItsDiskWhileStoppedAndLosesItWhenTerminated() {
    SandboxSpec spec = lab.spec("i-1");
    lab.sandboxes().start(spec);
    lab.sh("i-1", "echo kept >/root/file; rm /etc/issue");
    lab.sandboxes().stop(spec.id(), GRACE);
    assertThat(lab.sandboxes().running()).isEmpty();
    assertThat(lab.in("i-1", "true"))
        .isEqualTo(
            new Lab.Result(
                125,
                "",
                "IncorrectInstanceState: The instance 'i-1' is not in the 'running' state\n"));
    lab.sandboxes().start(spec);
    assertThat(lab.sh("i-1", "cat /root/file; ls /etc/issue 2>/dev/null").out())
        .isEqualTo("kept\n");
    lab.sandboxes().terminate(spec.id(), GRACE);
    assertThat(lab.in("i-1", "true"))
        .isEqualTo(
            new Lab.Result(
                125, "", "InvalidInstanceID.NotFound: The instance ID 'i-1' does not exist\n"));
    lab.sandboxes().start(spec);
    assertThat(lab.sh("i-1", "cat /root/file").code()).isEqualTo(1);
    assertThat(lab.exits).isEmpty();
  }

  @Test
  void stopAsksFirstAndKillsWhatDoesNotListen() {
    SandboxSpec spec = lab.spec("i-1");
    lab.sandboxes().start(spec);
    lab.sh(
        "i-1",
        "setsid sh -c 'trap \"echo asked >/root/asked; exit\" TERM; >/root/up;"
            + " while :; do sleep 0.05; done' >/dev/null 2>&1 & until [ -e /root/up ]; do sleep 0.01;"
            + " done");
    lab.sandboxes().stop(spec.id(), GRACE);
    lab.sandboxes().start(spec);
    assertThat(lab.sh("i-1", "cat /root/asked").out()).isEqualTo("asked\n");
    lab.sh("i-1", "setsid sh -c 'trap \"\" TERM; while :; do sleep 1; done' >/dev/null 2>&1 &");
    lab.sandboxes().stop(spec.id(), Duration.ofMillis(200));
    assertThat(lab.sandboxes().running()).isEmpty();
  }

  @Test
  void tellsWhenSomebodyInsideShutsItDown() throws InterruptedException {
    lab.sandboxes().start(lab.spec("i-1"));
    lab.sandboxes().start(lab.spec("i-2"));
    lab.sh("i-1", "shutdown -h now");
    assertThat(lab.exits.poll(10, TimeUnit.SECONDS))
        .isEqualTo(new SandboxExit(new SandboxId("i-1"), OptionalInt.of(0)));
    assertThat(lab.sandboxes().running()).containsOnlyKeys(new SandboxId("i-2"));
  }

  @Test
  void rebootsWithoutEnding() throws InterruptedException {
    RunningSandbox before = lab.sandboxes().start(lab.spec("i-1"));
    String init = "cut -d' ' -f22 /proc/2/stat; pgrep -fx 'sleep 1000'";
    lab.sh("i-1", "setsid sleep 1000 >/dev/null 2>&1 & until pgrep -fx 'sleep 1000'; do :; done");
    assertThat(lab.sh("i-1", init).code()).isZero();
    lab.sh("i-1", "reboot");
    for (int i = 0; i < 500 && lab.sh("i-1", init).code() == 0; i++) {
      Thread.sleep(10);
    }
    assertThat(lab.sh("i-1", init).code()).isEqualTo(1);
    assertThat(lab.sandboxes().running()).containsValue(before);
    assertThat(lab.exits).isEmpty();
  }

  @Test
  void aNewServerAdoptsWhatRuns() throws Exception {
    RunningSandbox one = lab.sandboxes().start(lab.spec("i-1"));
    RunningSandbox two = lab.sandboxes().start(lab.spec("i-2"));
    // A pid that was given to somebody else in the meantime: here, to this very JVM.
    lab.sandboxes().close();
    Lab.command("kill", "-9", Integer.toString(two.pid()));
    Path record = lab.run().resolve("exec/i-2");
    String text = Files.readString(record);
    Files.writeString(
        record, text.replaceFirst("^\\d+", Long.toString(ProcessHandle.current().pid())));
    assertThat(lab.reopen().running()).containsOnlyKeys(one.id()).containsValue(one);
    assertThat(record).doesNotExist();
    assertThat(lab.in("i-2", "true").code()).isEqualTo(125);

    lab.sh("i-1", "poweroff");
    assertThat(lab.exits.poll(10, TimeUnit.SECONDS))
        .isEqualTo(new SandboxExit(one.id(), OptionalInt.of(0)));
  }

  @Test
  void passesStreamsAndExitCodes() throws IOException, InterruptedException {
    lab.sandboxes().start(lab.spec("i-1"));
    assertThat(lab.sh("i-1", "echo out; echo err >&2; exit 7"))
        .isEqualTo(new Lab.Result(7, "out\n", "err\n"));
    assertThat(lab.sh("i-1", "kill -9 $$").code()).isEqualTo(137);
    assertThat(lab.in("i-1", "/no/such").code()).isEqualTo(127);
    assertThat(lab.in("i-1", "/etc/hosts").code()).isEqualTo(126);
    Process cat =
        new ProcessBuilder(
                "perl",
                lab.run().resolve("bin/enter.pl").toString(),
                lab.run().toString(),
                "i-1",
                "cat")
            .start();
    cat.outputWriter().append("through").close();
    assertThat(cat.inputReader().readLine()).isEqualTo("through");
    assertThat(cat.waitFor()).isZero();
  }

  @Test
  void saysWhyNothingStarted() {
    SandboxSpec good = lab.spec("i-1");
    SandboxSpec bad =
        new SandboxSpec(
            good.id(),
            Path.of("/run/netns/no-such-namespace"),
            good.hostname(),
            good.addresses(),
            good.resolvers(),
            good.boot(),
            good.limits());
    assertThatThrownBy(() -> lab.sandboxes().start(bad))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("i-1")
        .hasMessageContaining("no-such-namespace");
    assertThat(lab.sandboxes().running()).isEmpty();
    assertThat(lab.run().resolve("exec")).isEmptyDirectory();
  }
}
