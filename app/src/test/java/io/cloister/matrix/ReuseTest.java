package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** An address that changes hands takes its connections with it. */
@ExtendWith(LabExtension.class)
class ReuseTest {
  private static final String ADDRESS = "10.0.2.20";
  private static final String ALL = "10.0.0.0/8";
  private final Account account;
  private final Probes probes;
  private final String open;
  private final String closed;
  private final String there;
  private final Host peer;
  private final int port = Probes.number();

  ReuseTest(Lab lab) {
    account = lab.account();
    probes = lab.probes();
    String vpc = account.vpc("10.0.0.0/16");
    there = account.subnet(vpc, "10.0.2.0/24");
    open = account.group(vpc, Rules.udp(53, ALL), Rules.tcp(80, ALL));
    closed = account.group(vpc);
    peer = account.run(account.subnet(vpc, "10.0.1.0/24"), closed);
  }

  /** What the peer has open with the one before is nothing to the one after. */
  private void nothingIsInherited(Host after, TcpFlow flow) {
    assertThat(probes.udp(peer, port, after, ADDRESS, 53, 64)).isEqualTo(Fate.notIn(after));
    assertThat(probes.spoofed(after, ADDRESS, 53, peer, port)).isEqualTo(Fate.notIn(peer));
    assertThat(flow.ask()).isEqualTo(new Fate.Dropped("invalid", peer.eni()));
  }

  @Test
  void whenItsInstanceIsTerminated() {
    Host before = account.run(there, i -> i.privateIpAddress(ADDRESS), open);
    account.await(before, InstanceStateName.RUNNING);
    assertThat(probes.udp(peer, port, before, ADDRESS, 53, 64)).isEqualTo(Fate.ARRIVED);
    try (TcpFlow flow = probes.flow(peer, before, ADDRESS, 80)) {
      account.ec2().terminateInstances(r -> r.instanceIds(before.id()));
      account.await(before, InstanceStateName.TERMINATED);
      Host after = account.run(there, i -> i.privateIpAddress(ADDRESS), closed);
      nothingIsInherited(after, flow);
    }
  }

  @Test
  void whenItIsAssignedToAnother() {
    // Not ADDRESS by chance.
    Host before = account.run(there, i -> i.privateIpAddress("10.0.2.30"), open);
    Host after = account.run(there, i -> i.privateIpAddress("10.0.2.31"), closed);
    assign(before);
    assertThat(probes.udp(peer, port, before, ADDRESS, 53, 64)).isEqualTo(Fate.ARRIVED);
    try (TcpFlow flow = probes.flow(peer, before, ADDRESS, 80)) {
      assign(after);
      nothingIsInherited(after, flow);
    }
  }

  @Test
  void whenItsInterfaceIsDetachedAndDeleted() {
    Host before = account.run(there, i -> i.privateIpAddress("10.0.2.30"), open);
    account.await(before, InstanceStateName.RUNNING);
    String eni =
        account
            .ec2()
            .createNetworkInterface(r -> r.subnetId(there).privateIpAddress(ADDRESS).groups(open))
            .networkInterface()
            .networkInterfaceId();
    String attachment =
        account
            .ec2()
            .attachNetworkInterface(
                r -> r.networkInterfaceId(eni).instanceId(before.id()).deviceIndex(1))
            .attachmentId();
    assertThat(probes.udp(peer, port, before, ADDRESS, 53, 64)).isEqualTo(Fate.ARRIVED);
    account.ec2().detachNetworkInterface(r -> r.attachmentId(attachment));
    account.ec2().deleteNetworkInterface(r -> r.networkInterfaceId(eni));
    Host after = account.run(there, i -> i.privateIpAddress(ADDRESS), closed);
    assertThat(probes.udp(peer, port, after, ADDRESS, 53, 64)).isEqualTo(Fate.notIn(after));
    assertThat(probes.spoofed(after, ADDRESS, 53, peer, port)).isEqualTo(Fate.notIn(peer));
  }

  /** A stopped instance keeps its address, and none of its connections. */
  @Test
  void whenItsInstanceStopsAndStarts() {
    Host host = account.run(there, i -> i.privateIpAddress(ADDRESS), open);
    account.await(host, InstanceStateName.RUNNING);
    assertThat(probes.udp(peer, port, host, ADDRESS, 53, 64)).isEqualTo(Fate.ARRIVED);
    try (TcpFlow flow = probes.flow(peer, host, ADDRESS, 80)) {
      account.ec2().stopInstances(r -> r.instanceIds(host.id()));
      account.await(host, InstanceStateName.STOPPED);
      account.settle();
      account.ec2().startInstances(r -> r.instanceIds(host.id()));
      account.await(host, InstanceStateName.RUNNING);
      assertThat(probes.spoofed(host, ADDRESS, 53, peer, port)).isEqualTo(Fate.notIn(peer));
      assertThat(flow.ask()).isEqualTo(new Fate.Dropped("invalid", peer.eni()));
    }
    assertThat(probes.udp(peer, port, host, ADDRESS, 53, 64)).isEqualTo(Fate.ARRIVED);
  }

  private void assign(Host host) {
    account
        .ec2()
        .assignPrivateIpAddresses(r ->
            r.networkInterfaceId(host.eni()).privateIpAddresses(ADDRESS).allowReassignment(true));
  }
}
