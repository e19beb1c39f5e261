package io.cloister.dataplane.linux.sandbox.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UserDataTest {
  private static final String SCRIPT = "#!/bin/sh\necho hello\n";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] data) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(data);
    }
    return packed.toByteArray();
  }

  private static String file(Boot boot, String name) {
    byte[] content = boot.files().get(name);
    return content == null ? "(none)" : new String(content, StandardCharsets.UTF_8);
  }

  /** The lines of the boot script that are said or done at the first boot. */
  private static String first(Boot boot) {
    String script = file(boot, "boot");
    return script.substring(script.indexOf("  first)"));
  }

  @Test
  void nothingIsNothing() {
    assertThat(UserData.read(new byte[0])).isEqualTo(Boot.NONE);
  }

  @Test
  void aScriptIsKeptByteForByte() {
    String script = "#!/bin/sh\nprintf '\\351\u00e9'\r\n\n";
    Boot boot = UserData.read(bytes(script));
    assertThat(boot.files()).containsOnlyKeys("boot", "scripts/part-001", "user-data.txt");
    assertThat(file(boot, "scripts/part-001")).isEqualTo(script);
    assertThat(first(boot)).contains("run scripts/part-001\n");
  }

  @Test
  void packedAndTwiceEncodedDataAreUnpacked() throws IOException {
    byte[] encoded = Base64.getEncoder().encode(bytes(SCRIPT));
    for (byte[] data :
        new byte[][] {
          encoded, gzip(bytes(SCRIPT)), Base64.getMimeEncoder().encode(gzip(bytes(SCRIPT)))
        }) {
      assertThat(file(UserData.read(data), "scripts/part-001")).isEqualTo(SCRIPT);
    }
  }

  @Test
  void theUnknownIsNamedAndNotRun() {
    for (String data : new String[] {"hello", "#include\nhttp://x/y", "<powershell>x", "\0\1\2"}) {
      Boot boot = UserData.read(bytes(data));
      assertThat(first(boot)).contains("note 'a part of the user data of type").contains("not run");
      assertThat(boot.files().keySet()).noneMatch(name -> name.startsWith("scripts/"));
    }
  }

  @Test
  void aMultipartMessageIsTakenApart() {
    String message =
        """
        Content-Type: multipart/mixed;
         boundary="==BOUNDARY=="
        MIME-Version: 1.0

        preamble
        --==BOUNDARY==
        Content-Type: text/cloud-config; charset="us-ascii"
        MIME-Version: 1.0

        #cloud-config
        runcmd: [ "echo one" ]
        --==BOUNDARY==
        Content-Type: text/x-shellscript
        Content-Transfer-Encoding: base64

        %s
        --==BOUNDARY==
        Content-Type: text/plain
        Content-Transfer-Encoding: quoted-printable

        #!/bin/sh
        echo a=3Db=
        c
        --==BOUNDARY==
        Content-Type: text/cloud-boothook

        #!/bin/sh
        echo each
        --==BOUNDARY==
        Content-Type: text/x-include-url

        http://nowhere/
        --==BOUNDARY==--
        epilogue
        """
            .formatted(Base64.getEncoder().encodeToString(bytes(SCRIPT)));
    for (String text : new String[] {message, message.replace("\n", "\r\n")}) {
      Boot boot = UserData.read(bytes(text));
      assertThat(file(boot, "scripts/runcmd")).isEqualTo("#!/bin/sh\necho one\n");
      assertThat(file(boot, "scripts/part-001")).isEqualTo(SCRIPT);
      assertThat(file(boot, "scripts/part-002").strip().replace("\r", ""))
          .isEqualTo("#!/bin/sh\necho a=bc");
      assertThat(file(boot, "boothooks/part-001")).startsWith("#!/bin/sh");
      assertThat(first(boot))
          .containsSubsequence("note '", "text/x-include-url", "run scripts/runcmd", "part-001");
    }
  }

  @Test
  void aMessageThatIsCutOffOrEmptyHurtsNobody() {
    for (String data :
        new String[] {
          "MIME-Version: 1.0\n",
          "Content-Type: multipart/mixed\n\nx",
          "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/x-shellscript\n",
          "Content-Type: multipart/mixed; boundary=b\n\n--b--\n",
        }) {
      assertThat(UserData.read(bytes(data)).files()).containsKey("boot");
    }
  }

  @Test
  void cloudConfigKeepsTheOrderOfCloudInit() {
    Boot boot =
        UserData.read(
            bytes(
                """
                #cloud-config
                users: [default]
                runcmd:
                  - echo "it's"
                  - [ls, "a b", 1]
                packages:
                  - nginx
                  - [curl, "7.0"]
                  - apt: [jq]
                write_files:
                  - {path: /a, content: aGk=, encoding: b64, permissions: 0600}
                  - {path: "/b c", content: x, append: true, owner: "1:2", defer: true}
                  - {content: x}
                """));
    assertThat(first(boot))
        .containsSubsequence(
            "note 'cloud-config: users is left out'",
            "note 'cloud-config: write_files: an item without a path is left out'",
            "put files/part-001 '/a' '0600' 'root:root' false",
            "package 'nginx'",
            "package 'curl'",
            "package 'jq'",
            "put files/part-002 '/b c' '0644' '1:2' true",
            "run scripts/runcmd");
    assertThat(file(boot, "files/part-001")).isEqualTo("hi");
    assertThat(file(boot, "scripts/runcmd"))
        .isEqualTo("#!/bin/sh\necho \"it's\"\n'ls' 'a b' '1'\n");
  }

  @Test
  void brokenCloudConfigIsSaidToBe() {
    for (String data :
        new String[] {"#cloud-config\na: [", "#cloud-config\n- x", "#cloud-config\na: *b"}) {
      assertThat(first(UserData.read(bytes(data)))).contains("note 'the cloud-config ");
    }
    assertThat(first(UserData.read(bytes("#cloud-config\n")))).doesNotContain("note");
  }
}
