package io.cloister.control.action.endpoint;

import io.cloister.control.action.Caller;
import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.eni.AddressBook;
import io.cloister.control.action.ec2.eni.AddressWish;
import io.cloister.control.action.ec2.eni.NewInterface;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.VpcEndpointId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Leg;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The interfaces that AWS makes for an endpoint in its owner's subnets. */
final class EndpointInterfaces {
  /** The account in which AWS's PrivateLink makes them. */
  private static final String REQUESTER = "727180483921";

  private final Network network;
  private final Draw draw;
  private final AddressBook book;
  private final VpcEndpointId endpoint;

  EndpointInterfaces(Network network, Draw draw, VpcEndpointId endpoint) {
    this.network = network;
    this.draw = draw;
    this.book = new AddressBook(network, draw);
    this.endpoint = endpoint;
  }

  /** Makes one in each subnet; what is put is added to the changes. */
  List<Leg> make(
      Caller caller, List<Subnet> subnets, List<SecurityGroupId> groups, List<Change> changes) {
    Quotas.of(network, caller)
        .check(
            Quota.INTERFACES_PER_REGION,
            network.interfaces().where(e -> e.scope().equals(caller.scope())).count()
                + subnets.size());
    List<Leg> legs = new ArrayList<>();
    for (Subnet subnet : subnets) {
      NetworkInterface eni =
          new NewInterface(subnet, "VPC Endpoint Interface " + endpoint, groups, ipv4Only())
              .make(draw, book);
      changes.add(
          new Change.Put(
              new NetworkInterface(
                  eni.id(),
                  eni.scope(),
                  eni.subnet(),
                  eni.vpc(),
                  eni.zone(),
                  eni.description(),
                  eni.mac(),
                  eni.ipv4(),
                  eni.ipv6(),
                  eni.groups(),
                  true,
                  Optional.empty(),
                  "vpc_endpoint",
                  Optional.of(REQUESTER))));
      legs.add(new Leg(subnet.id(), eni.id()));
    }
    return legs;
  }

  private static AddressWish ipv4Only() {
    return new AddressWish(Optional.empty(), List.of(), 0, List.of(), Optional.of(0));
  }
}
