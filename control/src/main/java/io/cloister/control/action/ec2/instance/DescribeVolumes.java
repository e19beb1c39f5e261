package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.eni.InterfaceShapes;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Page;
import io.cloister.control.action.support.ShapeFilters;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.VolumeId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.OperatorResponse;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/** Describes the volumes that instances are shown with; there are no others. */
final class DescribeVolumes implements Action<DescribeVolumesRequest, DescribeVolumesResponse> {
  private static final int LEAST = 5;
  private static final int GIB = 8;
  private static final int BASE_IOPS = 3000;
  private static final int BASE_THROUGHPUT = 125;
  private static final Filters<Volume> FILTERS =
      ShapeFilters.of(
          v -> new VolumeId(v.volumeId()),
          "attachment.attach-time=Attachments.AttachTime",
          "attachment.delete-on-termination=Attachments.DeleteOnTermination",
          "attachment.device=Attachments.Device",
          "attachment.instance-id=Attachments.InstanceId",
          "attachment.status=Attachments.State",
          "availability-zone",
          "availability-zone-id",
          "create-time",
          "encrypted",
          "fast-restored",
          "multi-attach-enabled",
          "operator.managed",
          "operator.principal",
          "size",
          "snapshot-id",
          "status=State",
          "volume-id",
          "volume-type");

  @Override
  public Class<DescribeVolumesRequest> request() {
    return DescribeVolumesRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VolumeIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeVolumesResponse> decide(
      Network network, Caller caller, DescribeVolumesRequest request, Draw draw) {
    List<VolumeId> wanted =
        request.volumeIds().stream().map(id -> Volumes.get(network, caller, id)).toList();
    List<Volume> chosen =
        network
            .instances()
            .where(i -> i.scope().equals(caller.scope()))
            .flatMap(i ->
                Volumes.of(i).stream()
                    .filter(v -> wanted.isEmpty() || wanted.contains(v.id()))
                    .map(v -> shape(network, i, v)))
            .sorted(Comparator.comparing(Volume::volumeId))
            .toList();
    var page =
        Page.of(
            chosen.stream().filter(FILTERS.condition(network, request.filters())).toList(),
            Volume::volumeId,
            request.maxResults(),
            LEAST,
            request.nextToken());
    return Decision.answer(
        DescribeVolumesResponse.builder()
            .volumes(page.items())
            .nextToken(page.nextToken())
            .build());
  }

  private static Volume shape(Network network, Instance instance, Volumes.Volume volume) {
    String type = Objects.requireNonNullElse(volume.disk().volumeTypeAsString(), "gp3");
    boolean gp3 = type.equals("gp3");
    return Volume.builder()
        .volumeId(volume.id().value())
        .availabilityZone(instance.zone())
        .availabilityZoneId(InterfaceShapes.zoneId(instance.scope().region(), instance.zone()))
        .createTime(instance.launched())
        .encrypted(Boolean.TRUE.equals(volume.disk().encrypted()))
        .kmsKeyId(volume.disk().kmsKeyId())
        .size(Objects.requireNonNullElse(volume.disk().volumeSize(), GIB))
        .snapshotId(Objects.requireNonNullElse(volume.disk().snapshotId(), ""))
        .volumeType(type)
        .iops(
            volume.disk().iops() == null && gp3 ? Integer.valueOf(BASE_IOPS) : volume.disk().iops())
        .throughput(
            volume.disk().throughput() == null && gp3
                ? Integer.valueOf(BASE_THROUGHPUT)
                : volume.disk().throughput())
        .multiAttachEnabled(false)
        .fastRestored(false)
        .state("in-use")
        .operator(OperatorResponse.builder().managed(false).build())
        .attachments(
            VolumeAttachment.builder()
                .volumeId(volume.id().value())
                .instanceId(instance.id().value())
                .device(volume.device())
                .state("attached")
                .attachTime(instance.launched())
                .deleteOnTermination(volume.deleteOnTermination())
                .build())
        .tags(Tagging.of(network, volume.id()))
        .build();
  }
}
