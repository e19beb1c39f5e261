package io.cloister.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;

/** Bytes on a socket that no HTTP library would send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawHttpTest {
  private static final String CALL = "Action=DescribeVpcs&Version=2016-11-15";

  private final Server server =
      Server.start(
          0,
          new Answering(request -> DescribeVpcsResponse.builder().build()),
          call ->
              switch (call.path()) {
                case "status" ->
                    Optional.of(new Admin.Reply(200, "{\"method\":\"" + call.method() + "\"}"));
                case "refuse" -> throw new AwsException("NotNow", 409, "\"later\"");
                case "break" -> throw new IllegalStateException("expected by a test");
                default -> Optional.empty();
              });

  @BeforeAll
  void start() {
    assertThat(server.uri().getPort()).isEqualTo(server.port());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** Sends text ({@code @} stands for the server's host and port) and reads till the end. */
  private String send(String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          text.replace("@", "127.0.0.1:" + server.port()).getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException e) {
      return "closed";
    }
  }

  private String get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: @\r\n\r\n");
  }

  private String post(String headers, String body) throws IOException {
    return send("POST / HTTP/1.1\r\nHost: @\r\n" + headers + "\r\n" + body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /",
        "\u0016\u0003\u0001\u0002\u0000\u0001",
        "g\u0001T / HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /?Action=%zz HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /?Action=a b HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /?Action=\u00ff HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET http://evil/ HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: @\r\n\r\n",
        "CONNECT a:1 HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: @\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: @\r\nHost: evil\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: @\r\nX\u0001: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: @\r\nX: \u0000\u00ff\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: @\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: @\r\nContent-Length: abc\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: @\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: @\r\nContent-Length: 100\r\n\r\nAction",
        "POST / HTTP/1.1\r\nHost: @\r\nContent-Length: 99999999999999\r\n\r\nAction",
        "POST / HTTP/1.1\r\nHost: @\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nA\r\n",
        "POST / HTTP/1.1\r\nHost: @\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nAc",
        "POST / HTTP/1.1\r\nHost: @\r\nTransfer-Encoding: gzip\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: @\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
      })
  void whateverIsSentIsRefusedOrHungUpOnAndTheServerLives(String bytes) throws IOException {
    String answer = send(bytes);
    assertThat(answer.isEmpty() || answer.equals("closed") || answer.startsWith("HTTP/1.1 4"))
        .as("%s got %s", bytes, answer)
        .isTrue();
    assertThat(answer).doesNotContain("Exception", "\tat ");
    if (answer.startsWith("HTTP/")) {
      assertThat(answer).contains("<Response><Errors><Error><Code>");
    }
    assertThat(get("/?" + CALL)).startsWith("HTTP/1.1 200").contains("<vpcSet/>");
  }

  @Test
  void aMegabyteIsReadAndMoreIsRefusedInAwssWords() throws IOException {
    String fits = CALL + "&" + "a".repeat(Server.BODY_LIMIT - CALL.length() - 1);
    assertThat(post("Content-Length: " + fits.length() + "\r\n", fits))
        .startsWith("HTTP/1.1 400")
        .contains("<Code>UnknownParameter</Code><Message>The parameter aaaa");
    String large = fits + "a";
    assertThat(post("Content-Length: " + large.length() + "\r\n", large))
        .startsWith("HTTP/1.1 413")
        .contains("<Code>RequestEntityTooLarge</Code>");
  }

  @Test
  void hundredsOfThousandsOfParametersAreNoTrouble() throws IOException {
    String many = CALL + "&" + "a=&".repeat(300_000);
    assertThat(post("Content-Length: " + many.length() + "\r\n", many))
        .contains("<Code>InvalidQueryParameter</Code>");
  }

  @Test
  void otherSitesPagesAreRefusedBothDoors() throws IOException {
    assertThat(post("Origin: https://evil.example\r\nContent-Length: 0\r\n", ""))
        .startsWith("HTTP/1.1 403")
        .contains("<Code>AccessDenied</Code>");
    assertThat(send("GET /_cloister/status HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("\"__type\":\"AccessDenied\"");
  }

  @Test
  void routesOfOurOwnAnswerJson() throws IOException {
    assertThat(get("/_cloister/status"))
        .startsWith("HTTP/1.1 200")
        .contains("{\"method\":\"GET\"}");
    assertThat(get("/_cloister/nope")).startsWith("HTTP/1.1 404").contains("\"NotFound\"");
    assertThat(get("/_cloister/refuse")).startsWith("HTTP/1.1 409").contains("\\\"later\\\"");
    assertThat(get("/_cloister/break"))
        .startsWith("HTTP/1.1 500")
        .doesNotContain("expected by a test");
  }
}
