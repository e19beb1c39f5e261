package io.cloister.control.json;

import io.cloister.model.id.AllocationId;
import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.id.FlowLogId;
import io.cloister.model.id.HostedZoneId;
import io.cloister.model.id.ImageId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InstanceProfileId;
import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.KeyPairId;
import io.cloister.model.id.ListenerArn;
import io.cloister.model.id.ListenerRuleArn;
import io.cloister.model.id.LoadBalancerArn;
import io.cloister.model.id.NetworkAclAssociationId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.PeeringConnectionId;
import io.cloister.model.id.ProfileAssociationId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.RoleId;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SecurityGroupRuleId;
import io.cloister.model.id.SubnetCidrAssociationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.TargetGroupArn;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.id.TransitGatewayId;
import io.cloister.model.id.TransitGatewayRouteTableId;
import io.cloister.model.id.VolumeId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.id.VpcEndpointServiceId;
import io.cloister.model.id.VpcId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every type of id, and the type that a text belongs to by its prefix. */
public final class ResourceIds {
  private static final Map<String, Function<String, ? extends ResourceId>> BY_PREFIX =
      new LinkedHashMap<>();
  private static final Map<Class<? extends ResourceId>, Function<String, ? extends ResourceId>>
      BY_TYPE = new LinkedHashMap<>();

  /** Those whose id is an ARN, by the kind of resource in it. */
  private static final Map<String, Function<String, ? extends ResourceId>> BY_RESOURCE =
      new LinkedHashMap<>();

  static {
    add(AllocationId.class, AllocationId.PREFIX, AllocationId::new);
    add(AttachmentId.class, AttachmentId.PREFIX, AttachmentId::new);
    add(DhcpOptionsId.class, DhcpOptionsId.PREFIX, DhcpOptionsId::new);
    add(EipAssociationId.class, EipAssociationId.PREFIX, EipAssociationId::new);
    add(ImageId.class, ImageId.PREFIX, ImageId::new);
    add(InstanceId.class, InstanceId.PREFIX, InstanceId::new);
    add(InternetGatewayId.class, InternetGatewayId.PREFIX, InternetGatewayId::new);
    add(KeyPairId.class, KeyPairId.PREFIX, KeyPairId::new);
    add(
        NetworkAclAssociationId.class,
        NetworkAclAssociationId.PREFIX,
        NetworkAclAssociationId::new);
    add(NetworkAclId.class, NetworkAclId.PREFIX, NetworkAclId::new);
    add(NetworkInterfaceId.class, NetworkInterfaceId.PREFIX, NetworkInterfaceId::new);
    add(ReservationId.class, ReservationId.PREFIX, ReservationId::new);
    add(
        RouteTableAssociationId.class,
        RouteTableAssociationId.PREFIX,
        RouteTableAssociationId::new);
    add(RouteTableId.class, RouteTableId.PREFIX, RouteTableId::new);
    add(SecurityGroupId.class, SecurityGroupId.PREFIX, SecurityGroupId::new);
    add(SecurityGroupRuleId.class, SecurityGroupRuleId.PREFIX, SecurityGroupRuleId::new);
    add(
        SubnetCidrAssociationId.class,
        SubnetCidrAssociationId.PREFIX,
        SubnetCidrAssociationId::new);
    add(SubnetId.class, SubnetId.PREFIX, SubnetId::new);
    add(VolumeId.class, VolumeId.PREFIX, VolumeId::new);
    add(VpcCidrAssociationId.class, VpcCidrAssociationId.PREFIX, VpcCidrAssociationId::new);
    add(VpcId.class, VpcId.PREFIX, VpcId::new);
    arn(LoadBalancerArn.class, LoadBalancerArn.RESOURCE, LoadBalancerArn::new);
    arn(TargetGroupArn.class, TargetGroupArn.RESOURCE, TargetGroupArn::new);
    arn(ListenerArn.class, ListenerArn.RESOURCE, ListenerArn::new);
    arn(ListenerRuleArn.class, ListenerRuleArn.RESOURCE, ListenerRuleArn::new);
  }

  private static <I extends ResourceId> void arn(
      Class<I> type, String resource, Function<String, I> make) {
    BY_RESOURCE.put(resource.replace("/", ""), make);
    BY_TYPE.put(type, make);
    add(PeeringConnectionId.class, PeeringConnectionId.PREFIX, PeeringConnectionId::new);
    add(TransitGatewayId.class, TransitGatewayId.PREFIX, TransitGatewayId::new);
    add(
        TransitGatewayAttachmentId.class,
        TransitGatewayAttachmentId.PREFIX,
        TransitGatewayAttachmentId::new);
    add(
        TransitGatewayRouteTableId.class,
        TransitGatewayRouteTableId.PREFIX,
        TransitGatewayRouteTableId::new);
    add(VpcEndpointId.class, VpcEndpointId.PREFIX, VpcEndpointId::new);
    add(VpcEndpointServiceId.class, VpcEndpointServiceId.PREFIX, VpcEndpointServiceId::new);
    add(FlowLogId.class, FlowLogId.PREFIX, FlowLogId::new);
    add(HostedZoneId.class, HostedZoneId.PREFIX, HostedZoneId::new);
    add(RoleId.class, RoleId.PREFIX, RoleId::new);
    add(InstanceProfileId.class, InstanceProfileId.PREFIX, InstanceProfileId::new);
    add(ProfileAssociationId.class, ProfileAssociationId.PREFIX, ProfileAssociationId::new);
  }

  private ResourceIds() {}

  private static <I extends ResourceId> void add(
      Class<I> type, String prefix, Function<String, I> make) {
    BY_PREFIX.put(prefix, make);
    BY_TYPE.put(type, make);
  }

  static Map<Class<? extends ResourceId>, Function<String, ? extends ResourceId>> types() {
    return BY_TYPE;
  }

  /** The id of a text, of the type that its prefix says; empty when no type has such ids. */
  public static Optional<ResourceId> find(String text) {
    if (text.startsWith("arn:")) {
      return ofArn(text);
    }
    if (HostedZoneId.matches(text)) {
      return Optional.of(new HostedZoneId(text));
    }
    if (RoleId.matches(text)) {
      return Optional.of(new RoleId(text));
    }
    if (InstanceProfileId.matches(text)) {
      return Optional.of(new InstanceProfileId(text));
    }
    String prefix = text.substring(0, Math.max(text.lastIndexOf('-'), 0));
    return Optional.ofNullable(BY_PREFIX.get(prefix))
        .filter(_ -> ResourceId.matches(prefix, text))
        .map(make -> make.apply(text));
  }

  private static Optional<ResourceId> ofArn(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length < 6) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(BY_RESOURCE.get(parts[5].replaceFirst("/.*", "")))
          .map(make -> make.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The id of a text.
   *
   * @throws IllegalArgumentException when no type has such ids
   */
  public static ResourceId of(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("not the id of a resource: " + text));
  }
}
