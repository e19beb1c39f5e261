package io.cloister.control.action.transit;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.eni.AddressBook;
import io.cloister.control.action.ec2.eni.NewInterface;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.TransitGatewayAttachmentId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Leg;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The interfaces that a transit gateway has in the subnets of an attached VPC. */
final class Legs {
  /** The account in which AWS makes them; no group filters them. */
  private static final String REQUESTER = "amazon-aws";

  private Legs() {}

  /**
   * The subnets that a request names: one at least, at most one in each zone.
   *
   * @throws AwsException {@code InvalidParameterValue} for one of another VPC or for none, {@code
   *     DuplicateSubnetsInSameZone}
   */
  static List<Subnet> subnets(Network network, Caller caller, Vpc vpc, List<String> ids) {
    Map<String, Subnet> byZone = new LinkedHashMap<>();
    for (String id : ids.stream().distinct().toList()) {
      Subnet subnet = Lookups.SUBNET.get(network.subnets(), caller, id);
      if (!subnet.vpc().equals(vpc.id())) {
        throw new AwsException(
            "InvalidParameterValue",
            "%s is a subnet of %s, not of %s".formatted(id, subnet.vpc(), vpc.id()));
      }
      Subnet before = byZone.put(subnet.zone(), subnet);
      if (before != null) {
        throw new AwsException(
            "DuplicateSubnetsInSameZone",
            "Duplicate Subnets for same AZ: %s and %s are in %s"
                .formatted(before.id(), id, subnet.zone()));
      }
    }
    if (byZone.isEmpty()) {
      throw new AwsException(
          "InvalidParameterValue", "An attachment needs a subnet in one zone at least");
    }
    return List.copyOf(byZone.values());
  }

  /** Makes an interface in each subnet; what is put is added to the changes. */
  static List<Leg> make(
      Network network,
      Draw draw,
      TransitGatewayAttachmentId attachment,
      List<Subnet> subnets,
      List<Change> changes) {
    AddressBook book = new AddressBook(network, draw);
    List<Leg> legs = new ArrayList<>();
    for (Subnet subnet : subnets) {
      NetworkInterfaceId id = new NetworkInterfaceId(draw.id(NetworkInterfaceId.PREFIX));
      changes.add(
          new Change.Put(
              new NetworkInterface(
                  id,
                  subnet.scope(),
                  subnet.id(),
                  subnet.vpc(),
                  subnet.zone(),
                  "Network Interface for Transit Gateway Attachment " + attachment,
                  NewInterface.mac(id),
                  List.of(new NetworkInterface.PrivateIpv4(book.draw(subnet), Optional.empty())),
                  List.of(),
                  List.of(),
                  true,
                  Optional.empty(),
                  "transit_gateway",
                  Optional.of(REQUESTER))));
      legs.add(new Leg(subnet.id(), id));
    }
    return legs;
  }
}
