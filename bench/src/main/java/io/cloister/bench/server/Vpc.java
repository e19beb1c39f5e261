package io.cloister.bench.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.Reservation;

/**
 * A VPC with two subnets and a group without rules of ingress, made by the API.
 *
 * @param id of the VPC
 * @param left the first subnet
 * @param right the second
 * @param group the group of all instances
 */
public record Vpc(Ec2Client client, String id, String left, String right, String group) {
  private static final String IMAGE = "ami-0123456789abcdef0";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Makes one. */
  public static Vpc make(Ec2Client client) {
    String id = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    return new Vpc(
        client,
        id,
        subnet(client, id, "10.0.0.0/20"),
        subnet(client, id, "10.0.128.0/20"),
        client
            .createSecurityGroup(r -> r.vpcId(id).groupName("bench").description("bench"))
            .groupId());
  }

  private static String subnet(Ec2Client client, String vpc, String cidr) {
    return client.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr)).subnet().subnetId();
  }

  /** Asks for instances, which need not run yet. */
  public void launch(String subnet, int count) {
    client.runInstances(r ->
        r.imageId(IMAGE)
            .instanceType(InstanceType.T3_MICRO)
            .minCount(count)
            .maxCount(count)
            .subnetId(subnet)
            .securityGroupIds(group));
  }

  /**
   * Waits until all instances run.
   *
   * @throws IOException when one ends instead, or it takes minutes
   */
  public void await(int count) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!instances("pending", 5).isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IOException("not all instances run after " + PATIENCE.toSeconds() + " s");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    int running = running().size();
    if (running != count) {
      throw new IOException(running + " instances run, and there should be " + count);
    }
  }

  /** The instances that run. */
  public List<Instance> running() {
    return instances("running", Integer.MAX_VALUE);
  }

  /** One that runs in a subnet. */
  public Instance in(String subnet) {
    return running().stream()
        .filter(i -> subnet.equals(i.subnetId()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing runs in " + subnet));
  }

  private List<Instance> instances(String state, int most) {
    List<Instance> found = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      var page =
          client.describeInstances(r ->
              r.maxResults(Math.min(most, 1_000))
                  .nextToken(from)
                  .filters(
                      Filter.builder().name("vpc-id").values(id).build(),
                      Filter.builder().name("instance-state-name").values(state).build()));
      found.addAll(
          page.reservations().stream()
              .map(Reservation::instances)
              .flatMap(List::stream)
              .collect(Collectors.toList()));
      token = page.nextToken();
    } while (token != null && !token.isEmpty() && found.size() < most);
    return found;
  }
}
