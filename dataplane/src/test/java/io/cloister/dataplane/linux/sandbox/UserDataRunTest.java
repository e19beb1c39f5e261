package io.cloister.dataplane.linux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.dataplane.linux.sandbox.userdata.UserData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** User data, run for real. */
class UserDataRunTest {
  private static final SandboxId ID = new SandboxId("i-1");
  private Lab lab;

  @BeforeEach
  void open() throws IOException {
    lab = new Lab();
  }

  @AfterEach
  void close() throws IOException {
    lab.close();
  }

  private SandboxSpec with(String userData) {
    return lab.spec(
        ID.value(),
        UserData.read(userData.getBytes(StandardCharsets.UTF_8)),
        new Limits(200, 256L << 20));
  }

  private String console() {
    return new String(lab.sandboxes().console(ID), StandardCharsets.UTF_8);
  }

  private void await(String text) throws InterruptedException {
    for (int i = 0; i < 1_000 && !console().contains(text); i++) {
      Thread.sleep(10);
    }
    assertThat(console()).contains(text);
  }

  @Test
  void aScriptRunsOnceAndWhatItLeftInTheBackgroundLivesOn() throws InterruptedException {
    SandboxSpec spec =
        with(
            """
            #!/bin/bash
            echo "I am $(whoami) in $(pwd) on $(hostname)"
            echo again >>/root/runs
            sleep 1000 &
            echo done >/dev/console
            exit 3
            """);
    lab.sandboxes().start(spec);
    await("the user data has been run");
    assertThat(console())
        .contains("I am root in / on ip-10-0-1-4\n", "done\n")
        .contains("cloister: scripts/part-001 of the user data ended with exit code 3\n");
    assertThat(lab.sh("i-1", "pgrep -cx sleep; cat /root/runs").out()).isEqualTo("1\nagain\n");
    assertThat(lab.sh("i-1", "cat /var/log/cloud-init-output.log").out()).contains("I am root");

    lab.sandboxes().stop(ID, Duration.ofSeconds(10));
    lab.sandboxes().start(spec);
    await("is up");
    assertThat(lab.sh("i-1", "pgrep -cx sleep; cat /root/runs").out()).isEqualTo("0\nagain\n");
  }

  @Test
  void cloudConfigWritesFilesNamesPackagesAndRunsCommands() throws InterruptedException {
    lab.sandboxes()
        .start(
            with(
                """
                #cloud-config
                package_update: true
                packages: [bash, no-such-package]
                write_files:
                  - path: /srv/deep/file
                    content: |
                      it's here
                    permissions: '0640'
                    owner: www-data:daemon
                bootcmd:
                  - echo booting
                runcmd:
                  - cat /srv/deep/file
                  - [stat, -c, "%U %G %a", /srv/deep/file]
                """));
    await("the user data has been run");
    assertThat(console())
        .contains("booting\n")
        .contains("cloister: cloud-config: package_update is left out\n")
        .contains("cloister: package bash is there\n")
        .contains("cloister: package no-such-package is missing")
        .contains("it's here\nwww-data daemon 640\n");
  }

  @Test
  void theConsoleIsBounded() throws InterruptedException {
    lab.sandboxes().start(with("#!/bin/sh\nseq 200000\necho the end >&2\nsleep 0.1\necho after\n"));
    await("after");
    Console console = new Console(lab.run().resolve("sandbox/i-1"));
    long kept = console.file(0).toFile().length() + console.file(1).toFile().length();
    assertThat(kept).isBetween(200_000L, 600_000L);
    assertThat(lab.sandboxes().console(ID)).hasSizeLessThanOrEqualTo(Console.SHOWN);
    assertThat(console()).contains("199999\n200000\nthe end\n");
  }

  @Test
  void installingAndServicesAreStoodInFor() {
    lab.sandboxes().start(lab.spec("i-1"));
    assertThat(lab.sh("i-1", "apt-get update && yum install -y bash dash").code()).isZero();
    Lab.Result missing = lab.sh("i-1", "apt-get install -y -q bash no-such-package");
    assertThat(missing.code()).isEqualTo(100);
    assertThat(missing.err()).contains("missing: no-such-package");
    assertThat(lab.sh("i-1", "systemctl start no-such-service").err()).contains("not found");
    lab.sh(
        "i-1",
        "printf '#!/bin/sh\\necho \"$1\" >/root/called\\n' >/etc/init.d/mine;"
            + " chmod +x /etc/init.d/mine; systemctl enable mine; systemctl restart mine.service");
    assertThat(lab.sh("i-1", "cat /root/called").out()).isEqualTo("restart\n");
  }
}
