package io.cloister.bench.forwarding;

import io.cloister.bench.probe.Load;
import io.cloister.bench.probe.Path4;
import io.cloister.bench.report.Figure;
import io.cloister.bench.report.Report;
import io.cloister.bench.report.Series;
import io.cloister.bench.report.Target;
import io.cloister.bench.server.Launcher;
import io.cloister.bench.server.ServerProcess;
import io.cloister.bench.server.Vpc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * Two instances of different subnets, against {@link Plain} copies of their namespaces. Their group
 * admits TCP and UDP from itself, after four rules that admit other things.
 */
public record Forwarding(Launcher launcher) {
  private static final int FIRST_PORT = 5_000;
  private static final int PORTS = 40;

  /** One thing to load a path with. */
  private record Kind(String name, String unit, double least, ToDoubleFunction<Path4> load) {}

  private static List<Kind> kinds(int round) {
    // The next port each round: what a connection left behind is nothing to the next one.
    int port = FIRST_PORT + round % PORTS;
    return List.of(
        new Kind("bulk TCP", "MB/s", 0.95, path -> Load.bulk(path, port, 0.5) / (1 << 20)),
        new Kind("64-byte packets", "per CPU second", 0.7, path -> Load.packets(path, port, 5_000)),
        new Kind(
            "new connections", "per CPU second", 0.7, path -> Load.connections(path, port, 2_000)));
  }

  /** Measures. */
  public Report run(int rounds) throws IOException {
    try (ServerProcess server = launcher.serve();
        Ec2Client client = server.client()) {
      Vpc vpc = Vpc.make(client);
      rules(vpc);
      vpc.launch(vpc.left(), 1);
      vpc.launch(vpc.right(), 1);
      vpc.await(2);
      String left = vpc.in(vpc.left()).instanceId();
      Instance right = vpc.in(vpc.right());
      try (Plain plain = Plain.of(server.namespace(vpc.id()), List.of(left, right.instanceId()))) {
        Path4 gated =
            new Path4(
                server.namespace(left),
                server.namespace(right.instanceId()),
                right.privateIpAddress());
        Path4 open =
            new Path4(plain.file(left), plain.file(right.instanceId()), right.privateIpAddress());
        return measure(gated, open, rounds);
      }
    }
  }

  private static void rules(Vpc vpc) {
    List<IpPermission> permissions = new ArrayList<>();
    for (int port : new int[] {22, 80, 443, 5_432}) {
      permissions.add(
          IpPermission.builder()
              .ipProtocol("tcp")
              .fromPort(port)
              .toPort(port)
              .ipRanges(IpRange.builder().cidrIp("10.1.0.0/16").build())
              .build());
    }
    for (String protocol : List.of("tcp", "udp")) {
      permissions.add(
          IpPermission.builder()
              .ipProtocol(protocol)
              .fromPort(FIRST_PORT)
              .toPort(FIRST_PORT + PORTS - 1)
              .userIdGroupPairs(UserIdGroupPair.builder().groupId(vpc.group()).build())
              .build());
    }
    vpc.client()
        .authorizeSecurityGroupIngress(r -> r.groupId(vpc.group()).ipPermissions(permissions));
  }

  private static Report measure(Path4 gated, Path4 open, int rounds) {
    List<List<Double>> ratios = new ArrayList<>();
    List<List<Double>> absolute = new ArrayList<>();
    kinds(0).forEach(_ -> ratios.add(new ArrayList<>()));
    kinds(0).forEach(_ -> absolute.add(new ArrayList<>()));
    for (int round = -1; round < rounds; round++) {
      List<Kind> kinds = kinds(round + 1);
      for (int i = 0; i < kinds.size(); i++) {
        boolean gatedFirst = round % 2 == 0;
        ToDoubleFunction<Path4> load = kinds.get(i).load();
        double first = load.applyAsDouble(gatedFirst ? gated : open);
        double second = load.applyAsDouble(gatedFirst ? open : gated);
        if (round >= 0) { // the first one warms up
          double through = gatedFirst ? first : second;
          ratios.get(i).add(through / (gatedFirst ? second : first));
          absolute.get(i).add(through);
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < ratios.size(); i++) {
      Kind kind = kinds(0).get(i);
      figures.add(
          Figure.median(
              kind.name() + ", against plain",
              "ratio",
              Series.of(ratios.get(i)),
              new Target.AtLeast(kind.least())));
      figures.add(Figure.median(kind.name(), kind.unit(), Series.of(absolute.get(i))));
    }
    return new Report("forwarding", figures);
  }
}
