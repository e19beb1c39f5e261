package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.model.id.ImageId;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.Image;

/**
 * Describes images: the built-in one of the region. Any well-formed id runs it, so whoever asks for
 * an id gets it described under that id, and its name says what it is.
 */
final class DescribeImages implements Action<DescribeImagesRequest, DescribeImagesResponse> {
  /** The account that AWS's own Linux images belong to. */
  private static final String OWNER = "137112412989";

  private static final String ALIAS = "amazon";
  private static final String NAME = "cloister-linux-x86_64";
  private static final int ROOT_GIB = 8;
  private static final Filters<Image> FILTERS =
      ShapeFilters.of(
          i -> new ImageId(i.imageId()),
          "architecture",
          "block-device-mapping.delete-on-termination=BlockDeviceMappings.Ebs.DeleteOnTermination",
          "block-device-mapping.device-name=BlockDeviceMappings.DeviceName",
          "block-device-mapping.encrypted=BlockDeviceMappings.Ebs.Encrypted",
          "block-device-mapping.snapshot-id=BlockDeviceMappings.Ebs.SnapshotId",
          "block-device-mapping.volume-size=BlockDeviceMappings.Ebs.VolumeSize",
          "block-device-mapping.volume-type=BlockDeviceMappings.Ebs.VolumeType",
          "creation-date",
          "description",
          "ena-support",
          "hypervisor",
          "image-id",
          "image-type",
          "is-public=PublicLaunchPermissions",
          "kernel-id",
          "manifest-location=ImageLocation",
          "name",
          "owner-alias=ImageOwnerAlias",
          "owner-id",
          "platform",
          "product-code=ProductCodes.ProductCodeId",
          "product-code.type=ProductCodes.ProductCodeType",
          "ramdisk-id",
          "root-device-name",
          "root-device-type",
          "source-instance-id",
          "sriov-net-support",
          "state",
          "state-reason-code=StateReason.Code",
          "state-reason-message=StateReason.Message",
          "virtualization-type");

  @Override
  public Class<DescribeImagesRequest> request() {
    return DescribeImagesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "ImageIds",
        "Owners",
        "ExecutableUsers",
        "IncludeDeprecated",
        "IncludeDisabled",
        "Filters",
        "MaxResults",
        "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeImagesResponse> decide(
      Network network, Caller caller, DescribeImagesRequest request, Draw draw) {
    List<String> ids =
        request.imageIds().isEmpty()
            ? List.of(Images.builtIn(caller.region()))
            : request.imageIds().stream()
                .map(id -> Images.checked(caller, id))
                .distinct()
                .sorted()
                .toList();
    List<Image> shapes =
        ids.stream()
            .map(DescribeImages::shape)
            .filter(i -> owned(i, request.owners()))
            .filter(_ -> executable(request.executableUsers()))
            .filter(FILTERS.condition(network, request.filters()))
            .toList();
    var page = Page.of(shapes, Image::imageId, request.maxResults(), 1, request.nextToken());
    return Decision.answer(
        DescribeImagesResponse.builder().images(page.items()).nextToken(page.nextToken()).build());
  }

  private static boolean owned(Image image, List<String> owners) {
    return owners.isEmpty()
        || owners.contains(image.ownerId())
        || owners.contains(image.imageOwnerAlias());
  }

  private static boolean executable(List<String> users) {
    return users.isEmpty() || users.contains("all");
  }

  private static Image shape(String id) {
    return Image.builder()
        .imageId(id)
        .imageLocation(ALIAS + "/" + NAME)
        .imageOwnerAlias(ALIAS)
        .ownerId(OWNER)
        .name(NAME)
        .description("The built-in image of Cloister, which every image id runs")
        .creationDate("2026-01-01T00:00:00.000Z")
        .state("available")
        .publicLaunchPermissions(true)
        .imageType("machine")
        .architecture("x86_64")
        .platformDetails("Linux/UNIX")
        .usageOperation("RunInstances")
        .hypervisor("xen")
        .virtualizationType("hvm")
        .enaSupport(true)
        .sriovNetSupport("simple")
        .rootDeviceType("ebs")
        .rootDeviceName(Volumes.ROOT)
        .blockDeviceMappings(
            BlockDeviceMapping.builder()
                .deviceName(Volumes.ROOT)
                .ebs(e ->
                    e.volumeSize(ROOT_GIB)
                        .volumeType("gp3")
                        .deleteOnTermination(true)
                        .encrypted(false))
                .build())
        .build();
  }
}
