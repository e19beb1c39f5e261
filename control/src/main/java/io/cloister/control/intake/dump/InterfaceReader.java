package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.AllocationId;
import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.EipAssociationId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Network interfaces: described by themselves, and once more inside their instances. Of the two the
 * first says more.
 */
final class InterfaceReader implements Reader {
  @Override
  public String section() {
    return "NetworkInterfaces";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    Optional<String> instance =
        item.tree()
            .get("Attachment")
            .flatMap(a -> reading.maybe(InstanceId.PREFIX, a, "InstanceId"));
    read(item, reading, instance.map(InstanceId::new), item.tree().text("AvailabilityZone"));
  }

  /** Reads an interface that is attached to an instance, or to nothing that is described. */
  static void read(Item item, Reading reading, Optional<InstanceId> instance, Optional<String> zone)
      throws Unreadable {
    Tree tree = item.tree();
    NetworkInterfaceId id =
        new NetworkInterfaceId(reading.id(NetworkInterfaceId.PREFIX, tree, "NetworkInterfaceId"));
    Scope scope = reading.scope(item);
    List<NetworkInterface.PrivateIpv4> ipv4 = new ArrayList<>();
    List<Tree> described = new ArrayList<>(tree.list("PrivateIpAddresses"));
    // The primary address first; others in their order.
    described.sort((a, b) -> Boolean.compare(b.flag("Primary", false), a.flag("Primary", false)));
    if (described.isEmpty()) {
      described.add(tree);
    }
    for (Tree each : described) {
      IpAddress address = Reading.address(each, each.require("PrivateIpAddress"));
      ipv4.add(
          new NetworkInterface.PrivateIpv4(
              address, lent(each.get("Association").orElse(each.nothing()))));
      elastic(each, id, address, scope, item, reading);
    }
    List<IpAddress> ipv6 = new ArrayList<>();
    for (Tree each : tree.list("Ipv6Addresses")) {
      ipv6.add(Reading.address(each, each.require("Ipv6Address")));
    }
    List<SecurityGroupId> groups =
        tree.list("Groups").stream()
            .flatMap(g -> reading.maybe(SecurityGroupId.PREFIX, g, "GroupId").stream())
            .map(SecurityGroupId::new)
            .toList();
    if (groups.isEmpty()) {
      // Interfaces of NAT gateways and Network Load Balancers may have none; a record needs one.
      groups = List.of(new SecurityGroupId(Ids.of(SecurityGroupId.PREFIX, "nogroup|" + scope)));
      reading.origin(groups.getFirst(), tree.place(), "stands for having no group");
    }
    boolean requested = tree.flag("RequesterManaged", false);
    reading.put(
        new NetworkInterface(
            id,
            scope,
            new SubnetId(reading.id(SubnetId.PREFIX, tree, "SubnetId")),
            reading.vpc(tree),
            zone.orElse(scope.region() + "a"),
            tree.text("Description").orElse(""),
            mac(tree.text("MacAddress"), id),
            ipv4,
            ipv6,
            groups,
            tree.flag("SourceDestCheck", true),
            instance.map(i -> attachment(tree, id, i)),
            tree.text("InterfaceType").orElse("interface"),
            requested
                ? Optional.of(tree.text("RequesterId").orElse("amazon-aws"))
                : Optional.empty()),
        item);
  }

  /** A public address that AWS only lent: its owner is then amazon. */
  private static Optional<IpAddress> lent(Tree association) {
    return association
        .text("PublicIp")
        .filter(_ -> association.text("AllocationId").isEmpty())
        .filter(_ -> association.text("IpOwnerId").orElse("amazon").equals("amazon"))
        .flatMap(IpAddress::parse);
  }

  /** An Elastic IP address that only the interface tells of. */
  private static void elastic(
      Tree each,
      NetworkInterfaceId eni,
      IpAddress address,
      Scope scope,
      Item item,
      Reading reading) {
    Tree association = each.get("Association").orElse(each.nothing());
    Optional<IpAddress> pub =
        association
            .text("PublicIp")
            .filter(_ -> lent(association).isEmpty())
            .flatMap(IpAddress::parse);
    if (pub.isEmpty()) {
      return;
    }
    AllocationId allocation =
        new AllocationId(
            Ids.of(
                AllocationId.PREFIX,
                association.text("AllocationId").orElse(pub.get().toString())));
    if (reading.all(ElasticIp.class).noneMatch(e -> e.address().equals(pub.get()))) {
      reading.assume(
          new ElasticIp(
              allocation,
              scope,
              pub.get(),
              scope.region(),
              Optional.of(
                  new ElasticIp.Association(
                      new EipAssociationId(
                          Ids.of(
                              EipAssociationId.PREFIX,
                              association.text("AssociationId").orElse(pub.get().toString()))),
                      eni,
                      address))),
          item.tree().place(),
          "told by " + eni);
    }
  }

  private static NetworkInterface.Attachment attachment(
      Tree tree, NetworkInterfaceId id, InstanceId instance) {
    Tree attachment = tree.get("Attachment").orElse(tree.nothing());
    return new NetworkInterface.Attachment(
        new AttachmentId(
            Ids.of(AttachmentId.PREFIX, attachment.text("AttachmentId").orElse(id.value()))),
        instance,
        attachment.number("DeviceIndex").orElse(0),
        attachment.flag("DeleteOnTermination", true),
        Times.of(attachment.get("AttachTime")));
  }

  private static MacAddress mac(Optional<String> text, NetworkInterfaceId id) {
    String digits = text.orElse("").replace(":", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{12}")) {
      // Locally administered, so it is nobody else's.
      String hash = id.value().substring(id.value().length() - 8);
      digits = "0202" + hash;
    }
    return new MacAddress(Long.parseLong(digits, 16));
  }

  /** Times as the AWS CLI and recorders write them. */
  static final class Times {
    private Times() {}

    static Instant of(Optional<Tree> tree) {
      String text = tree.flatMap(Tree::asText).orElse("");
      try {
        return Instant.parse(text.replace("+00:00", "Z"));
      } catch (java.time.format.DateTimeParseException e) {
        return Instant.EPOCH;
      }
    }
  }
}
