package io.cloister.control.action.ec2.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RebootInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesResponse;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

class StatesTest {
  private final Ec2 ec2 = Ec2.fresh();
  private final String id = ec2.run(RunInstancesRequest.builder()).instanceId();

  private String state() {
    return ec2.describe(id).state().nameAsString();
  }

  private void ended() {
    ec2.report(new Observation.InstanceEnded(new InstanceId(id), 0));
  }

  private void stop() {
    ec2.call(StopInstancesRequest.builder().instanceIds(id).build());
    ended();
  }

  private void start() {
    ec2.call(StartInstancesRequest.builder().instanceIds(id).build());
    ec2.report(new Observation.InstanceRunning(new InstanceId(id)));
  }

  @Test
  void stoppingAndStartingGivesANewLentAddressAndKeepsThePrivateOne() {
    Instance before = ec2.describe(id);
    StopInstancesResponse stopping =
        ec2.call(StopInstancesRequest.builder().instanceIds(id).build());
    assertThat(stopping.stoppingInstances().getFirst().currentState().nameAsString())
        .isEqualTo("stopping");
    assertThat(state()).isEqualTo("stopping");
    ended();
    Instance stopped = ec2.describe(id);
    assertThat(stopped.state().nameAsString()).isEqualTo("stopped");
    assertThat(stopped.publicIpAddress()).isNull();
    assertThat(stopped.privateIpAddress()).isEqualTo(before.privateIpAddress());
    assertThat(stopped.stateReason().message())
        .isEqualTo("Client.UserInitiatedShutdown: User initiated shutdown");
    StartInstancesResponse starting =
        ec2.call(StartInstancesRequest.builder().instanceIds(id).build());
    assertThat(starting.startingInstances().getFirst().previousState().nameAsString())
        .isEqualTo("stopped");
    assertThat(state()).isEqualTo("pending");
    ec2.report(new Observation.InstanceRunning(new InstanceId(id)));
    Instance after = ec2.describe(id);
    assertThat(after.publicIpAddress()).isNotNull().isNotEqualTo(before.publicIpAddress());
    assertThat(after.privateIpAddress()).isEqualTo(before.privateIpAddress());
    assertThat(after.stateTransitionReason()).isEmpty();
  }

  @Test
  void anElasticAddressStaysAndTheLentOneComesBackWhenItGoes() {
    AllocateAddressResponse eip = ec2.call(AllocateAddressRequest.builder().build());
    AssociateAddressResponse done =
        ec2.call(
            AssociateAddressRequest.builder()
                .allocationId(eip.allocationId())
                .instanceId(id)
                .build());
    stop();
    assertThat(ec2.describe(id).publicIpAddress()).isEqualTo(eip.publicIp());
    start();
    assertThat(ec2.describe(id).publicIpAddress()).isEqualTo(eip.publicIp());
    DisassociateAddressRequest off =
        DisassociateAddressRequest.builder().associationId(done.associationId()).build();
    ec2.call(off);
    assertThat(ec2.describe(id).publicIpAddress()).isNotNull().isNotEqualTo(eip.publicIp());
    assertThat(ec2.code(off)).isEqualTo("InvalidAssociationID.NotFound");
    assertThat(ec2.code(DisassociateAddressRequest.builder().associationId("x").build()))
        .isEqualTo("InvalidAssociationID.Malformed");
    assertThat(ec2.code(DisassociateAddressRequest.builder().build()))
        .isEqualTo("MissingParameter");
    assertThat(ec2.code(off.toBuilder().publicIp(eip.publicIp()).build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(ec2.code(DisassociateAddressRequest.builder().publicIp("198.18.0.1").build()))
        .isEqualTo("InvalidAddress.NotFound");
    ec2.call(DisassociateAddressRequest.builder().publicIp(eip.publicIp()).build());
  }

  @Test
  void oneThatEndsByItselfStopsOrTerminatesAsItWasLaunched() {
    ended();
    Instance stopped = ec2.describe(id);
    assertThat(stopped.state().nameAsString()).isEqualTo("stopped");
    assertThat(stopped.stateReason().code()).isEqualTo("Client.InstanceInitiatedShutdown");
    String other =
        ec2.run(RunInstancesRequest.builder().instanceInitiatedShutdownBehavior("terminate"))
            .instanceId();
    ec2.report(new Observation.InstanceEnded(new InstanceId(other), 1));
    assertThat(ec2.describe(other).state().nameAsString()).isEqualTo("terminated");
  }

  @Test
  void oneThatCannotStartIsTerminatedTheFirstTimeAndStopsLater() {
    RunInstancesResponse launched =
        ec2.call(RunInstancesRequest.builder().imageId(Ec2.AMI).minCount(1).maxCount(1).build());
    InstanceId first = new InstanceId(launched.instances().getFirst().instanceId());
    ec2.report(new Observation.InstanceFailed(first, "no sandbox"));
    Instance failed = ec2.describe(first.value());
    assertThat(failed.state().nameAsString()).isEqualTo("terminated");
    assertThat(failed.stateReason().message()).isEqualTo("Server.InternalError: no sandbox");
    stop();
    ec2.call(StartInstancesRequest.builder().instanceIds(id).build());
    ec2.report(new Observation.InstanceFailed(new InstanceId(id), "no sandbox"));
    assertThat(state()).isEqualTo("stopped");
  }

  @Test
  void reportsThatComeLateChangeNothing() {
    stop();
    Network before = ec2.network();
    ended();
    ec2.report(new Observation.InstanceRunning(new InstanceId(id)));
    ec2.report(new Observation.InstanceFailed(new InstanceId(id), "x"));
    ec2.report(new Observation.InstanceEnded(new InstanceId("i-00000000"), 0));
    assertThat(ec2.network()).isSameAs(before);
  }

  @Test
  void aStoppedOneIsTerminatedAtOnce() {
    stop();
    TerminateInstancesResponse answer =
        ec2.call(TerminateInstancesRequest.builder().instanceIds(id).build());
    assertThat(answer.terminatingInstances().getFirst().currentState().nameAsString())
        .isEqualTo("terminated");
    assertThat(ec2.network().interfaces().isEmpty()).isTrue();
    assertThat(ec2.code(StartInstancesRequest.builder().instanceIds(id).build()))
        .isEqualTo("IncorrectInstanceState");
    assertThat(ec2.code(StopInstancesRequest.builder().instanceIds(id).build()))
        .isEqualTo("IncorrectInstanceState");
    TerminateInstancesResponse again =
        ec2.call(TerminateInstancesRequest.builder().instanceIds(id).build());
    assertThat(again.terminatingInstances().getFirst().previousState().nameAsString())
        .isEqualTo("terminated");
    ec2.call(RebootInstancesRequest.builder().instanceIds(id).build());
  }

  @Test
  void rebootingStartsItOnceMoreInTheSameState() {
    ec2.call(RebootInstancesRequest.builder().instanceIds(id).build());
    assertThat(state()).isEqualTo("running");
    assertThat(ec2.network().instances().require(new InstanceId(id)).boot()).isEqualTo(1);
    stop();
    assertThat(ec2.code(RebootInstancesRequest.builder().instanceIds(id).build()))
        .isEqualTo("IncorrectState");
    start();
    assertThat(ec2.network().instances().require(new InstanceId(id)).boot()).isEqualTo(2);
  }

  @Test
  void whatIsProtected() {
    String kept =
        ec2.run(RunInstancesRequest.builder().disableApiStop(true).disableApiTermination(true))
            .instanceId();
    assertThat(ec2.code(StopInstancesRequest.builder().instanceIds(kept).build()))
        .isEqualTo("OperationNotPermitted");
    assertThat(ec2.code(TerminateInstancesRequest.builder().instanceIds(id, kept).build()))
        .isEqualTo("OperationNotPermitted");
    assertThat(state()).isEqualTo("running");
    assertThat(ec2.code(StopInstancesRequest.builder().instanceIds(id).hibernate(true).build()))
        .isEqualTo("UnsupportedHibernationConfiguration");
    assertThat(ec2.code(StopInstancesRequest.builder().build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(ec2.code(StopInstancesRequest.builder().instanceIds("x").build()))
        .isEqualTo("InvalidInstanceID.Malformed");
    assertThat(ec2.as("444455556666").code(StopInstancesRequest.builder().instanceIds(id).build()))
        .isEqualTo("InvalidInstanceID.NotFound");
  }

  @Test
  void theQuotaOfVcpus() {
    ec2.cloud().apply(Quotas.change(ec2.caller().scope(), Quota.STANDARD_VCPUS_PER_REGION, 5));
    RunInstancesRequest.Builder launch =
        RunInstancesRequest.builder().imageId(Ec2.AMI).instanceType("t3.micro");
    assertThat(ec2.code(launch.minCount(2).maxCount(2).build())).isEqualTo("VcpuLimitExceeded");
    RunInstancesResponse one = ec2.call(launch.minCount(1).maxCount(9).build());
    assertThat(one.instances()).as("one runs, five allow two").hasSize(1);
  }

  @Test
  void statusChecksAreOfRunningOnesUnlessAllAreAskedFor() {
    DescribeInstanceStatusResponse running =
        ec2.call(DescribeInstanceStatusRequest.builder().build());
    assertThat(running.instanceStatuses().getFirst().instanceStatus().statusAsString())
        .isEqualTo("ok");
    stop();
    DescribeInstanceStatusResponse none = ec2.call(DescribeInstanceStatusRequest.builder().build());
    assertThat(none.instanceStatuses()).isEmpty();
    DescribeInstanceStatusResponse all =
        ec2.call(DescribeInstanceStatusRequest.builder().includeAllInstances(true).build());
    assertThat(all.instanceStatuses().getFirst().instanceStatus().statusAsString())
        .isEqualTo("not-applicable");
    assertThat(
            ec2.code(DescribeInstanceStatusRequest.builder().instanceIds(id).maxResults(5).build()))
        .isEqualTo("InvalidParameterCombination");
  }
}
