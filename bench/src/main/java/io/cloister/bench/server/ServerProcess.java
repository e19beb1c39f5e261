package io.cloister.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A server in a process of its own. It ends with this object, and with this JVM at the latest. */
public final class ServerProcess implements AutoCloseable {
  private static final String READY = "cloister is ready at ";

  private final Process process;
  private final Path state;
  private final Thread hook = new Thread(this::end, "end of a server");
  private final long nanosToReady;
  private final URI uri;

  private ServerProcess(Process process, Path state, URI uri, long nanosToReady) {
    this.process = process;
    this.state = state;
    this.uri = uri;
    this.nanosToReady = nanosToReady;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static ServerProcess start(Launcher launcher, Path state, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.script(), "serve", "--port", "0"));
    command.addAll(List.of("--state", state.toString()));
    command.addAll(options);
    return start(command, Map.of(), state);
  }

  /**
   * Starts a server by any command line.
   *
   * @param state is removed at the end
   */
  public static ServerProcess start(
      List<String> command, Map<String, String> environment, Path state) throws IOException {
    Path log = state.resolve("bench.log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(environment);
    long begin = System.nanoTime();
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    long ready = System.nanoTime() - begin;
    if (line == null || !line.startsWith(READY)) {
      process.destroy();
      String said = Files.readString(log);
      delete(state);
      throw new IOException("the server did not come up: " + line + " " + said.strip());
    }
    return new ServerProcess(process, state, URI.create(line.substring(READY.length())), ready);
  }

  /** From the start of the process to its ready line, in milliseconds. */
  public double millisToReady() {
    return nanosToReady / 1e6;
  }

  /** A client that speaks HTTP and tries everything once. */
  public Ec2Client client() {
    return Ec2Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(uri)
        .region(Region.US_EAST_1)
        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "secret")))
        .build();
  }

  /** The file of a namespace, such as an instance's or a VPC's. */
  public Path namespace(String name) {
    return Path.of("/run/cloister", Integer.toString(uri.getPort()), "netns", name);
  }

  /** What the server has of memory now, in MB. */
  public double residentMegabytes() throws IOException {
    return megabytes("VmRSS:");
  }

  /** The most that it had since it started, in MB. */
  public double peakMegabytes() throws IOException {
    return megabytes("VmHWM:");
  }

  private double megabytes(String field) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(field)) {
        String[] words = line.toLowerCase(Locale.ROOT).split("\\s+", -1);
        return Long.parseLong(words[1]) / 1024.0;
      }
    }
    throw new IOException("the server has no " + field);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }

  /** By SIGTERM, upon which a server removes all that it made. */
  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        System.err.println("bench: server " + process.pid() + " does not end; it is killed");
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tell(state.resolve("bench.log"));
    delete(state);
  }

  /** What a server has to complain of may be why a number is what it is. */
  private static void tell(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      lines.limit(20).forEach(line -> System.err.println("server: " + line));
    } catch (IOException | UncheckedIOException e) {
      System.err.println("bench: the server's log can't be read: " + e.getMessage());
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("bench: " + folder + " can't be removed: " + e.getMessage());
    }
  }
}
