package io.cloister.model.vpc;

import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network interface: what has addresses and security groups.
 *
 * @param zone the Availability Zone of its subnet
 * @param ipv4 its private IPv4 addresses, the primary one first; never empty
 * @param groups at least one, in the order given; none where what made it is not filtered, such as
 *     a transit gateway
 * @param sourceDestCheck false for a middlebox, which may send and get what isn't its own
 * @param type AWS's {@code InterfaceType}, {@code interface} for ordinary ones
 * @param requester who made it in the owner's name, such as a load balancer; empty for a user's own
 */
public record NetworkInterface(
    NetworkInterfaceId id,
    Scope scope,
    SubnetId subnet,
    VpcId vpc,
    String zone,
    String description,
    MacAddress mac,
    List<PrivateIpv4> ipv4,
    List<IpAddress> ipv6,
    List<SecurityGroupId> groups,
    boolean sourceDestCheck,
    Optional<Attachment> attachment,
    String type,
    Optional<String> requester)
    implements Resource {

  /**
   * A private IPv4 address.
   *
   * @param publicAddress a public address that AWS lent it until the instance stops; an Elastic IP
   *     is kept in {@link ElasticIp} instead
   */
  public record PrivateIpv4(IpAddress address, Optional<IpAddress> publicAddress) {}

  /**
   * The attachment to an instance.
   *
   * @param device 0 for the primary interface
   */
  public record Attachment(
      AttachmentId id,
      InstanceId instance,
      int device,
      boolean deleteOnTermination,
      Instant attached) {
    /** With another choice for the end of the instance. */
    public Attachment withDeleteOnTermination(boolean value) {
      return new Attachment(id, instance, device, value, attached);
    }
  }

  /** Refuses an interface without an address or a group. */
  public NetworkInterface {
    ipv4 = List.copyOf(ipv4);
    ipv6 = List.copyOf(ipv6);
    groups = List.copyOf(groups);
    if (ipv4.isEmpty() || (groups.isEmpty() && requester.isEmpty())) {
      throw new IllegalArgumentException("an interface needs an address and a group: " + id);
    }
  }

  /** The primary private IPv4 address. */
  public IpAddress primary() {
    return ipv4.getFirst().address();
  }

  /** Every private address of both families. */
  public Stream<IpAddress> addresses() {
    return Stream.concat(ipv4.stream().map(PrivateIpv4::address), ipv6.stream());
  }

  /** With other addresses. */
  public NetworkInterface withAddresses(List<PrivateIpv4> v4, List<IpAddress> v6) {
    return copy(description, v4, v6, groups, sourceDestCheck, attachment);
  }

  /** With other groups. */
  public NetworkInterface withGroups(List<SecurityGroupId> other) {
    return copy(description, ipv4, ipv6, other, sourceDestCheck, attachment);
  }

  /** With the check of source and destination on or off. */
  public NetworkInterface withSourceDestCheck(boolean value) {
    return copy(description, ipv4, ipv6, groups, value, attachment);
  }

  /** With another description. */
  public NetworkInterface withDescription(String other) {
    return copy(other, ipv4, ipv6, groups, sourceDestCheck, attachment);
  }

  /** Attached elsewhere, or to nothing. */
  public NetworkInterface withAttachment(Optional<Attachment> other) {
    return copy(description, ipv4, ipv6, groups, sourceDestCheck, other);
  }

  private NetworkInterface copy(
      String text,
      List<PrivateIpv4> v4,
      List<IpAddress> v6,
      List<SecurityGroupId> carried,
      boolean check,
      Optional<Attachment> to) {
    return new NetworkInterface(
        id, scope, subnet, vpc, zone, text, mac, v4, v6, carried, check, to, type, requester);
  }
}
