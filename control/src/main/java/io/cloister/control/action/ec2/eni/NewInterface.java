package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Draw;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import java.util.List;
import java.util.Optional;

/**
 * What a request wants of a new interface, checked but for its addresses.
 *
 * @param groups at least one
 */
public record NewInterface(
    Subnet subnet, String description, List<SecurityGroupId> groups, AddressWish addresses) {
  /** Copies the groups. */
  public NewInterface {
    groups = List.copyOf(groups);
  }

  /** Makes it, attached to nothing. */
  public NetworkInterface make(Draw draw, AddressBook book) {
    NetworkInterfaceId id = new NetworkInterfaceId(draw.id(NetworkInterfaceId.PREFIX));
    return new NetworkInterface(
        id,
        subnet.scope(),
        subnet.id(),
        subnet.vpc(),
        subnet.zone(),
        description,
        mac(id),
        addresses.takeIpv4(subnet, book),
        addresses.takeIpv6(subnet, book),
        groups,
        true,
        Optional.empty(),
        "interface",
        Optional.empty());
  }

  /** The MAC address of an id: its hash by FNV-1a, which spreads ids that differ in a digit. */
  public static MacAddress mac(NetworkInterfaceId id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.value().length(); i++) {
      hash = (hash ^ id.value().charAt(i)) * 0x100000001b3L;
    }
    return MacAddress.local(hash ^ hash >>> 32);
  }
}
