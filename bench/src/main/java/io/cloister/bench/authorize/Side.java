package io.cloister.bench.authorize;

import io.cloister.bench.probe.FirstPacket;
import io.cloister.bench.probe.Path4;
import io.cloister.bench.server.Launcher;
import io.cloister.bench.server.ServerProcess;
import io.cloister.bench.server.Vpc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;

/** A server with a VPC of so many interfaces, all of them in the group that gets the rules. */
final class Side implements AutoCloseable {
  private final int interfaces;
  private final ServerProcess server;
  private final Ec2Client client;
  private final Vpc vpc;
  private final Path4 path;
  private int port = 1_024;

  private Side(int interfaces, ServerProcess server, Ec2Client client, Vpc vpc, Path4 path) {
    this.interfaces = interfaces;
    this.server = server;
    this.client = client;
    this.vpc = vpc;
    this.path = path;
  }

  static Side start(Launcher launcher, int interfaces) throws IOException {
    ServerProcess server = launcher.serve();
    try {
      Ec2Client client = server.client();
      Vpc vpc = Vpc.make(client);
      vpc.launch(vpc.left(), interfaces / 2);
      vpc.launch(vpc.right(), interfaces - interfaces / 2);
      vpc.await(interfaces);
      Instance right = vpc.in(vpc.right());
      Path4 path =
          new Path4(
              server.namespace(vpc.in(vpc.left()).instanceId()),
              server.namespace(right.instanceId()),
              right.privateIpAddress());
      return new Side(interfaces, server, client, vpc, path);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  int interfaces() {
    return interfaces;
  }

  /** Milliseconds of each of so many calls, each of which is taken back after. */
  List<Double> calls(int count) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      IpPermission rule = rule();
      long begin = System.nanoTime();
      authorize(rule);
      times.add((System.nanoTime() - begin) / 1e6);
      revoke(rule);
    }
    return times;
  }

  /** Milliseconds from sending the call to the first packet through, so many times. */
  List<Double> firstPackets(int count) throws IOException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      IpPermission rule = rule();
      try (FirstPacket probe = FirstPacket.start(path, rule.fromPort())) {
        pause();
        if (probe.isThrough()) {
          throw new IOException("a packet came through before there was a rule");
        }
        long begin = System.nanoTime();
        authorize(rule);
        times.add((probe.await() - begin) / 1e6);
      }
      revoke(rule);
    }
    return times;
  }

  /** Until the probe sends. */
  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private IpPermission rule() {
    port = port == 32_000 ? 1_024 : port + 1;
    return IpPermission.builder()
        .ipProtocol("udp")
        .fromPort(port)
        .toPort(port)
        .ipRanges(IpRange.builder().cidrIp("10.0.0.0/16").build())
        .build();
  }

  private void authorize(IpPermission rule) {
    client.authorizeSecurityGroupIngress(r -> r.groupId(vpc.group()).ipPermissions(rule));
  }

  private void revoke(IpPermission rule) {
    client.revokeSecurityGroupIngress(r -> r.groupId(vpc.group()).ipPermissions(rule));
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
