package io.cloister.matrix;

import io.cloister.app.server.Cloister;
import io.cloister.app.server.Options;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A server with the kernel's data plane, and all that is needed to use it and to look at it. */
final class Lab implements AutoCloseable {
  private static final AtomicLong ACCOUNTS = new AtomicLong(100_000_000_000L);

  private final Cloister server;
  private final Path run;
  private final Netns netns = new Netns();

  private Lab(Cloister server, Path run) {
    this.server = server;
    this.run = run;
  }

  static Lab start(Options options, Path run) {
    return new Lab(Machine.start(options, run), run);
  }

  /** A server that forgets everything. */
  static Lab start(String name) {
    return start(Options.ephemeral(0), Machine.folder(name));
  }

  /** An account that nobody has used. */
  Account account() {
    return new Account(ec2(server.uri(), ACCOUNTS.incrementAndGet()), namespaces());
  }

  static Ec2Client ec2(URI server, long account) {
    return Ec2Client.builder()
        .endpointOverride(server)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(Long.toString(account), "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  URI uri() {
    return server.uri();
  }

  /** Sends packets and tells what became of them. */
  Probes probes() {
    return new Probes(netns, server.dataPlane()::drops);
  }

  /** The folder of the server. */
  Path run() {
    return run;
  }

  /** The folder of the server's network namespaces. */
  Path namespaces() {
    return run.resolve("netns");
  }

  /** The host that is always there on the simulated internet. */
  Host internet() {
    return new Host(
        "internet",
        "",
        namespaces().resolve("internet"),
        "203.0.113.10",
        "2001:db8:ffff:0:0:0:0:10",
        "");
  }

  @Override
  public void close() throws IOException {
    server.close();
    netns.close();
    Machine.tidy();
  }
}
