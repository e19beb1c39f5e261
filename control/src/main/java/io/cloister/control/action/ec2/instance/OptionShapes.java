package io.cloister.control.action.ec2.instance;

import io.cloister.control.json.Pojos;
import io.cloister.model.vpc.Instance;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CapacityReservationSpecificationResponse;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.EnclaveOptions;
import software.amazon.awssdk.services.ec2.model.HibernationOptions;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfile;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceMaintenanceOptions;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkPerformanceOptions;
import software.amazon.awssdk.services.ec2.model.LicenseConfiguration;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsResponse;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * The options of a launch as answers give them back. AWS's shapes for asking and for answering have
 * the same members, so one is read from the other, over the defaults.
 */
final class OptionShapes {
  private OptionShapes() {}

  static void add(
      software.amazon.awssdk.services.ec2.model.Instance.Builder shape,
      Instance instance,
      RunInstancesRequest options) {
    shape
        .metadataOptions(metadata(options))
        .cpuOptions(
            options.cpuOptions() == null ? null : same(options.cpuOptions(), CpuOptions.class))
        .capacityReservationSpecification(
            options.capacityReservationSpecification() == null
                ? CapacityReservationSpecificationResponse.builder()
                    .capacityReservationPreference("open")
                    .build()
                : same(
                    options.capacityReservationSpecification(),
                    CapacityReservationSpecificationResponse.class))
        .hibernationOptions(
            options.hibernationOptions() == null
                ? HibernationOptions.builder().configured(false).build()
                : same(options.hibernationOptions(), HibernationOptions.class))
        .enclaveOptions(
            options.enclaveOptions() == null
                ? EnclaveOptions.builder().enabled(false).build()
                : same(options.enclaveOptions(), EnclaveOptions.class))
        .maintenanceOptions(
            options.maintenanceOptions() == null
                ? InstanceMaintenanceOptions.builder()
                    .autoRecovery("default")
                    .rebootMigration("default")
                    .build()
                : same(options.maintenanceOptions(), InstanceMaintenanceOptions.class))
        .networkPerformanceOptions(
            options.networkPerformanceOptions() == null
                ? InstanceNetworkPerformanceOptions.builder().bandwidthWeighting("default").build()
                : same(
                    options.networkPerformanceOptions(), InstanceNetworkPerformanceOptions.class))
        .privateDnsNameOptions(
            options.privateDnsNameOptions() == null
                ? PrivateDnsNameOptionsResponse.builder()
                    .hostnameType("ip-name")
                    .enableResourceNameDnsARecord(false)
                    .enableResourceNameDnsAAAARecord(false)
                    .build()
                : same(options.privateDnsNameOptions(), PrivateDnsNameOptionsResponse.class))
        .iamInstanceProfile(profile(instance, options.iamInstanceProfile()))
        .licenses(
            options.licenseSpecifications().stream()
                .map(l ->
                    LicenseConfiguration.builder()
                        .licenseConfigurationArn(l.licenseConfigurationArn())
                        .build())
                .toList());
  }

  /** The metadata options with AWS's defaults where none were given. */
  static InstanceMetadataOptionsResponse metadata(RunInstancesRequest options) {
    InstanceMetadataOptionsResponse given =
        options.metadataOptions() == null
            ? InstanceMetadataOptionsResponse.builder().build()
            : same(options.metadataOptions(), InstanceMetadataOptionsResponse.class);
    return given.toBuilder()
        .state("applied")
        .httpTokens(Objects.requireNonNullElse(given.httpTokensAsString(), "optional"))
        .httpPutResponseHopLimit(Objects.requireNonNullElse(given.httpPutResponseHopLimit(), 1))
        .httpEndpoint(Objects.requireNonNullElse(given.httpEndpointAsString(), "enabled"))
        .httpProtocolIpv6(Objects.requireNonNullElse(given.httpProtocolIpv6AsString(), "disabled"))
        .instanceMetadataTags(
            Objects.requireNonNullElse(given.instanceMetadataTagsAsString(), "disabled"))
        .build();
  }

  @SuppressWarnings("NullAway") // A builder takes null for a member that isn't there.
  private static IamInstanceProfile profile(
      Instance instance, @Nullable IamInstanceProfileSpecification given) {
    if (given == null || (given.arn() == null && given.name() == null)) {
      return null;
    }
    String arn =
        given.arn() == null
            ? "arn:%s:iam::%s:instance-profile/%s"
                .formatted(instance.scope().partition(), instance.scope().account(), given.name())
            : given.arn();
    return IamInstanceProfile.builder().arn(arn).id(profileId(arn)).build();
  }

  /** An id such as IAM gives: {@code AIPA} and 17 letters, always the same for an ARN. */
  private static String profileId(String arn) {
    StringBuilder id = new StringBuilder("AIPA");
    long hash = arn.hashCode() * 0x9e3779b97f4a7c15L;
    for (int i = 0; i < 17; i++) {
      id.append((char) ('A' + Math.floorMod(hash, 26)));
      hash = hash * 0x5851f42d4c957f2dL + 1;
      hash ^= hash >>> 29;
    }
    return id.toString();
  }

  private static <T extends SdkPojo> T same(SdkPojo given, Class<T> type) {
    try {
      return Pojos.read(Pojos.write(given), type);
    } catch (IOException e) {
      throw new IllegalStateException("not the shape of " + type.getSimpleName(), e);
    }
  }
}
