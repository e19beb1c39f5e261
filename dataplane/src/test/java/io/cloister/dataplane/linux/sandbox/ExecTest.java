package io.cloister.dataplane.linux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ./cloister exec}: the script itself. */
class ExecTest {
  private static final String SCRIPT =
      Path.of("").toAbsolutePath().resolveSibling("cloister").toString();

  /** No port, so that no server can have it. */
  private static final long PORT = 1_000_000 + ProcessHandle.current().pid();

  private static final Path RUN = Path.of("/run/cloister", Long.toString(PORT));

  private static Lab lab = lab();

  private static Lab lab() {
    try {
      return new Lab();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(Path.of("/run/cloister"));
    Files.createSymbolicLink(RUN, lab.run());
    lab.sandboxes().start(lab.spec("i-0123456789abcdef0"));
    lab.sandboxes().start(lab.spec("internet"));
  }

  @AfterAll
  static void end() throws IOException {
    Files.deleteIfExists(RUN);
    lab.close();
  }

  private static Lab.Result run(Map<String, String> environment, Path folder, List<String> command)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("AWS_ENDPOINT_URL_EC2");
    builder.environment().put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + PORT);
    builder.environment().putAll(environment);
    builder.redirectInput(Path.of("/dev/null").toFile());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Lab.Result(process.waitFor(), out, err);
  }

  private static Lab.Result exec(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(SCRIPT, "exec"));
    command.addAll(List.of(arguments));
    return run(Map.of(), Path.of("/"), command);
  }

  @Test
  void runsInTheInstanceAndPassesEverythingOn() throws Exception {
    assertThat(exec("i-0123456789abcdef0", "--", "sh", "-c", "hostname; echo no >&2; exit 3"))
        .isEqualTo(new Lab.Result(3, "ip-10-0-1-4\n", "no\n"));
    assertThat(exec("i-0123456789abcdef0", "echo", "--", "a b", "").out()).isEqualTo("-- a b \n");
    assertThat(exec("internet", "--", "readlink", "/proc/self/ns/net").out())
        .isNotEqualTo(exec("i-0123456789abcdef0", "readlink", "/proc/self/ns/net").out());
  }

  @Test
  void looksForTheServerWhereTheClientsDo() throws Exception {
    List<String> hostname = List.of(SCRIPT, "exec", "internet", "--", "true");
    for (String url :
        List.of("http://localhost:%d", "http://127.0.0.1:%d/", "http://[::1]:%d/x", "%d")) {
      Map<String, String> environment =
          Map.of(
              "AWS_ENDPOINT_URL",
              "http://127.0.0.1:1",
              "AWS_ENDPOINT_URL_EC2",
              url.formatted(PORT));
      assertThat(run(environment, Path.of("/tmp"), hostname)).isEqualTo(new Lab.Result(0, "", ""));
    }
    assertThat(run(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), Path.of("/"), hostname))
        .isEqualTo(
            new Lab.Result(
                125,
                "",
                "cloister: no server runs on port 1 (AWS_ENDPOINT_URL says where to look)\n"));
    assertThat(run(Map.of("AWS_ENDPOINT_URL", "http://x/"), Path.of("/"), hostname).code())
        .isEqualTo(125);
  }

  @Test
  void worksThroughALinkAndFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(lab.directory.resolve("c"), Path.of(SCRIPT));
    assertThat(run(Map.of(), lab.directory, List.of("./c", "exec", "internet", "pwd")).out())
        .isEqualTo("/root\n");
    Map<String, String> path = new TreeMap<>();
    path.put("PATH", lab.directory + ":" + System.getenv("PATH"));
    assertThat(run(path, Path.of("/"), List.of("sh", "-c", "c exec internet pwd")).out())
        .isEqualTo("/root\n");
    Files.delete(link);
  }

  @Test
  void namesWhatIsNotThere() throws Exception {
    assertThat(exec("i-00000000000000000", "--", "true"))
        .isEqualTo(
            new Lab.Result(
                125,
                "",
                "InvalidInstanceID.NotFound: The instance ID 'i-00000000000000000' does not exist\n"));
    assertThat(exec("../../etc", "--", "true").code()).isEqualTo(125);
    assertThat(exec().code()).isEqualTo(2);
    assertThat(exec("internet", "--", "no-such-command").code()).isEqualTo(127);
  }

  @Test
  void isOfNoUseToOrdinaryUsers() throws Exception {
    List<String> command =
        List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            SCRIPT,
            "exec",
            "internet",
            "--",
            "id");
    Lab.Result result = run(Map.of(), Path.of("/"), command);
    assertThat(result.code()).isEqualTo(125);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aTerminalIsOneOfTheInstance() throws Exception {
    String inside =
        "stty rows 33 cols 77; "
            + SCRIPT
            + " exec internet -- bash -ic 'tty; stty size; read x; echo got \\$x; exit 9'";
    // The input comes when it is asked for: a terminal that is closed early hangs up.
    Lab.Result result =
        run(
            Map.of("TERM", "xterm"),
            Path.of("/"),
            List.of(
                "sh",
                "-c",
                "(sleep 0.5; echo words; sleep 0.5) | script -qec \"" + inside + "\" /dev/null"));
    assertThat(result.out())
        .contains("/dev/pts/0", "33 77", "got words")
        .doesNotContain("job control", "not a tty");
    assertThat(result.code()).isEqualTo(9);
  }

  @Test
  void takesPartInTheBoundsOfTheInstance() throws Exception {
    String groups = exec("internet", "--", "cat", "/proc/self/cgroup").out();
    String init = exec("internet", "--", "cat", "/proc/1/cgroup").out();
    assertThat(groups).isEqualTo(init);
    assertThat(exec("internet", "--", "bash", "-c", "ulimit -u; ulimit -c").out())
        .isEqualTo("512\n0\n");
  }
}
