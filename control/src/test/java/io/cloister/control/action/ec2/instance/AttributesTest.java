package io.cloister.control.action.ec2.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import io.cloister.model.id.InstanceId;
import io.cloister.model.network.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.model.AttachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMappingSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.MonitorInstancesRequest;
import software.amazon.awssdk.services.ec2.model.ResetInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.UnmonitorInstancesRequest;

class AttributesTest {
  private final Ec2 ec2 = Ec2.fresh();
  private final String id =
      ec2.run(
              RunInstancesRequest.builder()
                  .subnetId(Ec2.SUBNET)
                  .userData("aGk=")
                  .ebsOptimized(true)
                  .iamInstanceProfile(p -> p.name("role"))
                  .blockDeviceMappings(
                      BlockDeviceMapping.builder()
                          .deviceName("/dev/xvda")
                          .ebs(e -> e.volumeSize(20).volumeType("gp2").deleteOnTermination(false))
                          .build(),
                      BlockDeviceMapping.builder()
                          .deviceName("/dev/sdf")
                          .ebs(e -> e.volumeSize(5))
                          .build()))
          .instanceId();

  private ModifyInstanceAttributeRequest.Builder modify() {
    return ModifyInstanceAttributeRequest.builder().instanceId(id);
  }

  private DescribeInstanceAttributeResponse attribute(InstanceAttributeName name) {
    return ec2.call(
        DescribeInstanceAttributeRequest.builder().instanceId(id).attribute(name).build());
  }

  private void stop() {
    ec2.call(StopInstancesRequest.builder().instanceIds(id).build());
    ec2.report(new Observation.InstanceEnded(new InstanceId(id), 0));
  }

  @Test
  void whatTheLaunchSaidIsGivenBack() {
    Instance instance = ec2.describe(id);
    assertThat(instance.ebsOptimized()).isTrue();
    assertThat(instance.iamInstanceProfile().arn())
        .isEqualTo("arn:aws:iam::111122223333:instance-profile/role");
    assertThat(instance.blockDeviceMappings())
        .extracting(m -> m.deviceName() + " " + m.ebs().deleteOnTermination())
        .containsExactly("/dev/xvda false", "/dev/sdf true");
    assertThat(attribute(InstanceAttributeName.USER_DATA).userData().value()).isEqualTo("aGk=");
    assertThat(
            attribute(InstanceAttributeName.INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR)
                .instanceInitiatedShutdownBehavior()
                .value())
        .isEqualTo("stop");
    DescribeVolumesResponse volumes = ec2.call(DescribeVolumesRequest.builder().build());
    assertThat(volumes.volumes())
        .extracting(v -> v.size() + " " + v.volumeTypeAsString())
        .containsExactlyInAnyOrder("20 gp2", "5 gp3");
    assertThat(ec2.code(DescribeVolumesRequest.builder().volumeIds("vol-00000000").build()))
        .isEqualTo("InvalidVolume.NotFound");
    assertThat(ec2.code(DescribeVolumesRequest.builder().volumeIds("x").build()))
        .isEqualTo("InvalidVolumeID.Malformed");
  }

  @Test
  void everyAttributeIsDescribed() {
    for (InstanceAttributeName name : InstanceAttributeName.knownValues()) {
      assertThat(attribute(name).instanceId()).isEqualTo(id);
    }
    assertThat(
            ec2.code(
                DescribeInstanceAttributeRequest.builder()
                    .instanceId(id)
                    .attribute("nonsense")
                    .build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(DescribeInstanceAttributeRequest.builder().instanceId(id).build()))
        .isEqualTo("MissingParameter");
  }

  @Test
  void someAttributesOnlyWhileStopped() {
    List<ModifyInstanceAttributeRequest> stoppedOnly =
        List.of(
            modify().instanceType(v -> v.value("t3.large")).build(),
            modify().attribute("instanceType").value("t3.large").build(),
            modify().userData(v -> v.value(SdkBytes.fromUtf8String("#!/bin/sh"))).build(),
            modify().kernel(v -> v.value("aki-1")).build(),
            modify().ramdisk(v -> v.value("ari-1")).build(),
            modify().ebsOptimized(v -> v.value(false)).build(),
            modify().enaSupport(v -> v.value(true)).build(),
            modify().sriovNetSupport(v -> v.value("simple")).build());
    for (ModifyInstanceAttributeRequest each : stoppedOnly) {
      assertThat(ec2.code(each)).as("%s", each).isEqualTo("IncorrectInstanceState");
    }
    stop();
    stoppedOnly.forEach(ec2::call);
    Instance instance = ec2.describe(id);
    assertThat(instance.instanceTypeAsString()).isEqualTo("t3.large");
    assertThat(instance.ebsOptimized()).isFalse();
    assertThat(attribute(InstanceAttributeName.USER_DATA).userData().value())
        .isEqualTo("IyEvYmluL3No");
    ec2.call(ResetInstanceAttributeRequest.builder().instanceId(id).attribute("kernel").build());
    ec2.call(ResetInstanceAttributeRequest.builder().instanceId(id).attribute("ramdisk").build());
    assertThat(ec2.describe(id).kernelId()).isNull();
    assertThat(
            ec2.code(
                ResetInstanceAttributeRequest.builder()
                    .instanceId(id)
                    .attribute("userData")
                    .build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(modify().instanceType(v -> v.value("t99.nano")).build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void theOthersAtAnyTime() {
    ec2.call(modify().sourceDestCheck(v -> v.value(false)).build());
    assertThat(ec2.describe(id).sourceDestCheck()).isFalse();
    ec2.call(
        ResetInstanceAttributeRequest.builder()
            .instanceId(id)
            .attribute("sourceDestCheck")
            .build());
    assertThat(ec2.describe(id).sourceDestCheck()).isTrue();
    ec2.call(modify().attribute("sourceDestCheck").value("false").build());
    ec2.call(modify().groups(Ec2.GROUP).build());
    ec2.call(modify().disableApiTermination(v -> v.value(true)).build());
    assertThat(
            attribute(InstanceAttributeName.DISABLE_API_TERMINATION)
                .disableApiTermination()
                .value())
        .isTrue();
    ec2.call(modify().attribute("disableApiStop").value("true").build());
    ec2.call(modify().instanceInitiatedShutdownBehavior(v -> v.value("terminate")).build());
    ec2.call(
        modify()
            .blockDeviceMappings(
                InstanceBlockDeviceMappingSpecification.builder()
                    .deviceName("/dev/xvda")
                    .ebs(e -> e.deleteOnTermination(true))
                    .build())
            .build());
    assertThat(ec2.describe(id).blockDeviceMappings().getFirst().ebs().deleteOnTermination())
        .isTrue();
    assertThat(ec2.code(modify().build())).isEqualTo("InvalidParameterCombination");
    assertThat(
            ec2.code(
                modify()
                    .disableApiStop(v -> v.value(true))
                    .disableApiTermination(v -> v.value(true))
                    .build()))
        .isEqualTo("InvalidParameterCombination");
    assertThat(ec2.code(modify().attribute("disableApiStop").value("maybe").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(modify().attribute("productCodes").value("x").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(modify().instanceInitiatedShutdownBehavior(v -> v.value("sleep")).build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            ec2.code(
                modify()
                    .blockDeviceMappings(
                        InstanceBlockDeviceMappingSpecification.builder()
                            .deviceName("/dev/no")
                            .build())
                    .build()))
        .isEqualTo("InvalidInstanceAttributeValue");
    assertThat(ec2.code(modify().groups("sg-00000000").build())).isEqualTo("InvalidGroup.NotFound");
  }

  @Test
  void anInstanceWithSeveralInterfacesHasNoCheckOfItsOwn() {
    CreateNetworkInterfaceResponse made =
        ec2.call(CreateNetworkInterfaceRequest.builder().subnetId(Ec2.SUBNET).build());
    ec2.call(
        AttachNetworkInterfaceRequest.builder()
            .instanceId(id)
            .networkInterfaceId(made.networkInterface().networkInterfaceId())
            .deviceIndex(1)
            .build());
    assertThat(ec2.code(modify().sourceDestCheck(v -> v.value(false)).build()))
        .isEqualTo("InvalidInstanceID");
    stop();
    assertThat(ec2.code(modify().instanceType(v -> v.value("hpc6id.32xlarge")).build()))
        .isEqualTo("AttachmentLimitExceeded");
  }

  @Test
  void metadataOptionsAndMonitoringAreKept() {
    ModifyInstanceMetadataOptionsResponse answer =
        ec2.call(
            ModifyInstanceMetadataOptionsRequest.builder()
                .instanceId(id)
                .httpTokens("required")
                .httpPutResponseHopLimit(2)
                .build());
    assertThat(answer.instanceMetadataOptions().httpTokensAsString()).isEqualTo("required");
    Instance instance = ec2.describe(id);
    assertThat(instance.metadataOptions().httpPutResponseHopLimit()).isEqualTo(2);
    assertThat(instance.metadataOptions().httpEndpointAsString()).isEqualTo("enabled");
    assertThat(
            ec2.code(
                ModifyInstanceMetadataOptionsRequest.builder()
                    .instanceId(id)
                    .httpPutResponseHopLimit(65)
                    .build()))
        .isEqualTo("InvalidParameterValue");
    ec2.call(MonitorInstancesRequest.builder().instanceIds(id).build());
    assertThat(ec2.describe(id).monitoring().stateAsString()).isEqualTo("enabled");
    ec2.call(UnmonitorInstancesRequest.builder().instanceIds(id).build());
    assertThat(ec2.describe(id).monitoring().stateAsString()).isEqualTo("disabled");
  }

  @Test
  void creditsOfBurstableOnes() {
    DescribeInstanceCreditSpecificationsResponse answer =
        ec2.call(DescribeInstanceCreditSpecificationsRequest.builder().instanceIds(id).build());
    assertThat(answer.instanceCreditSpecifications().getFirst().cpuCredits())
        .isEqualTo("unlimited");
    stop();
    ec2.call(modify().instanceType(v -> v.value("m5.large")).build());
    assertThat(
            ec2.code(DescribeInstanceCreditSpecificationsRequest.builder().instanceIds(id).build()))
        .isEqualTo("InvalidInstanceCreditSpecification.NotSupported");
  }

  @Test
  void whereNobodyWritesToAConsoleThereIsNoOutput() {
    GetConsoleOutputResponse answer =
        ec2.call(GetConsoleOutputRequest.builder().instanceId(id).build());
    assertThat(answer.output()).isNull();
    assertThat(answer.timestamp()).isNotNull();
    GetConsoleOutputResponse written =
        ec2.cloud()
            .call(
                new GetConsoleOutput(_ -> new byte[] {'h', 'i'}),
                GetConsoleOutputRequest.builder().instanceId(id).build());
    assertThat(written.output()).isEqualTo("aGk=");
  }
}
