package io.cloister.app.demo;

import io.cloister.app.admin.AdminClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Builds the network on a server by its HTTP API, waits for its programs, sends the requests that
 * matter and says what became of each.
 */
public final class Demo {
  private static final int PROGRAM_SECONDS = 15;

  private final URI server;
  private final Shell shell;
  private final Consumer<String> progress;
  private final Consumer<Result> rows;

  /**
   * A demo on a server of its own.
   *
   * @param progress is told what has just been done
   * @param rows gets each row as soon as it is known
   */
  public Demo(URI server, Shell shell, Consumer<String> progress, Consumer<Result> rows) {
    this.server = server;
    this.shell = shell;
    this.progress = progress;
    this.rows = rows;
  }

  /**
   * Runs it.
   *
   * @return every row
   * @throws IOException if a command can't be run, or a program does not start
   * @throws RuntimeException if the API refuses a call
   */
  public List<Result> run() throws IOException, InterruptedException {
    try (Ec2Client ec2 = client()) {
      Site site = new Construction(ec2, progress).build();
      try (Shell.Running _ = shell.start(Shell.INTERNET, Scripts.site())) {
        waitFor(site);
        progress.accept("programs listen on all hosts");
        return probe(ec2, site);
      }
    }
  }

  private Ec2Client client() {
    return Ec2Client.builder()
        .endpointOverride(server)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("123456789012", "demo")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private List<Result> probe(Ec2Client ec2, Site site) throws IOException, InterruptedException {
    Prober prober = new Prober(shell, new AdminClient(server));
    List<Result> results = new ArrayList<>();
    for (Probe probe : Expectations.of(site)) {
      results.add(row(prober, probe));
    }
    // The calls answer when the kernel enforces them, so nothing waits in between.
    ec2.revokeSecurityGroupIngress(
        r -> r.groupId(site.group("app")).ipPermissions(Construction.webToApp(site)));
    results.add(row(prober, Expectations.revoked(site)));
    ec2.authorizeSecurityGroupIngress(
        r -> r.groupId(site.group("app")).ipPermissions(Construction.webToApp(site)));
    results.add(row(prober, Expectations.authorized(site)));
    return results;
  }

  private Result row(Prober prober, Probe probe) throws IOException, InterruptedException {
    Result result = Result.of(probe, prober.seen(probe));
    rows.accept(result);
    return result;
  }

  private void waitFor(Site site) throws IOException, InterruptedException {
    for (Host host : site.hosts().values()) {
      waitFor(host, port(host.name()));
    }
    waitFor(Site.INTERNET, 80);
  }

  private static int port(String name) {
    return switch (name) {
      case "web" -> Tier.WEB.port();
      case "db" -> Tier.DB.port();
      default -> Tier.APP.port();
    };
  }

  private void waitFor(Host host, int port) throws IOException, InterruptedException {
    try (Shell.Running waiting = shell.start(host.shell(), Scripts.waitFor(port))) {
      if (!waiting.ended(TimeUnit.SECONDS.toMillis(PROGRAM_SECONDS)) || waiting.code() != 0) {
        throw new IOException(
            "the program of %s does not listen on port %d%s"
                .formatted(host.name(), port, told(waiting)));
      }
    }
  }

  private static String told(Shell.Running waiting) throws IOException, InterruptedException {
    return waiting.ended(0) ? ": " + waiting.output().strip() : "";
  }
}
