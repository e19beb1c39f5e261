package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.control.json.Pojos;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.Scope;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Instances, with the interfaces inside them; by themselves, or in their reservations. */
final class InstanceReader implements Reader {
  @Override
  public String section() {
    return "Instances";
  }

  @Override
  public void read(Item item, Reading reading) throws Unreadable {
    read(item, reading, item.tree().text("ReservationId").orElse("r"));
  }

  /** Reservations: lists of instances that were launched together. */
  static final class ReservationReader implements Reader {
    @Override
    public String section() {
      return "Reservations";
    }

    @Override
    public void read(Item item, Reading reading) {
      String reservation = item.tree().text("ReservationId").orElse("r");
      String owner = item.tree().text("OwnerId").orElse("");
      for (Tree each : item.tree().list("Instances")) {
        try {
          Tree owned = each;
          if (!owner.isEmpty() && each instanceof Tree.Mapping mapping) {
            Map<String, Tree> members = new java.util.LinkedHashMap<>(mapping.members());
            members.putIfAbsent("OwnerId", each.scalar(owner));
            owned = new Tree.Mapping(each.place(), members);
          }
          InstanceReader.read(new Item("Instances", owned, item.region()), reading, reservation);
        } catch (Unreadable e) {
          reading.tally.problem(e);
        }
      }
    }
  }

  private static void read(Item item, Reading reading, String reservation) throws Unreadable {
    Tree tree = item.tree();
    InstanceId id = new InstanceId(reading.id(InstanceId.PREFIX, tree, "InstanceId"));
    String state = tree.get("State").flatMap(s -> s.text("Name")).orElse("running");
    Instance.State is = state(state);
    if (is.ended()) {
      reading.tally.known("Instances that have ended");
      return;
    }
    if (tree.text("VpcId").isEmpty() || tree.text("SubnetId").isEmpty()) {
      throw new Unreadable(tree.place(), id + " is in no VPC (EC2-Classic): left out");
    }
    Scope scope = reading.scope(item);
    String zone =
        tree.get("Placement").flatMap(p -> p.text("AvailabilityZone")).orElse(scope.region() + "a");
    reading.put(
        new Instance(
            id,
            scope,
            new ReservationId(
                Ids.of(ReservationId.PREFIX, reservation + (reservation.equals("r") ? id : ""))),
            tree.number("AmiLaunchIndex").orElse(0),
            reading.vpc(tree),
            new SubnetId(reading.id(SubnetId.PREFIX, tree, "SubnetId")),
            tree.text("ImageId").orElse("ami-00000000"),
            tree.text("InstanceType").orElse("t3.micro"),
            zone,
            tree.text("KeyName"),
            Optional.empty(),
            is,
            tree.text("StateTransitionReason").orElse(""),
            InterfaceReader.Times.of(tree.get("LaunchTime")),
            Map.of("RunInstances", launch(tree))),
        item);
    for (Tree eni : tree.list("NetworkInterfaces")) {
      inside(new Item("NetworkInterfaces", eni, item.region()), reading, id, zone);
    }
  }

  private static void inside(Item item, Reading reading, InstanceId id, String zone) {
    Optional<String> eni =
        reading.maybe(NetworkInterfaceId.PREFIX, item.tree(), "NetworkInterfaceId");
    if (eni.isPresent() && reading.has(new NetworkInterfaceId(eni.get()))) {
      return;
    }
    try {
      InterfaceReader.read(item, reading, Optional.of(id), Optional.of(zone));
    } catch (Unreadable e) {
      reading.tally.problem(e);
    }
  }

  /** What is kept of a launch, in the form in which a launch by the API keeps it. */
  private static String launch(Tree tree) {
    RunInstancesRequest.Builder kept = RunInstancesRequest.builder();
    tree.get("MetadataOptions")
        .ifPresent(m ->
            kept.metadataOptions(o ->
                o.httpTokens(m.text("HttpTokens").orElse("optional"))
                    .httpEndpoint(m.text("HttpEndpoint").orElse("enabled"))
                    .httpPutResponseHopLimit(m.number("HttpPutResponseHopLimit").orElse(1))));
    tree.get("IamInstanceProfile")
        .flatMap(p -> p.text("Arn"))
        .ifPresent(arn -> kept.iamInstanceProfile(p -> p.arn(arn)));
    return Pojos.write(kept.build());
  }

  private static Instance.State state(String name) {
    for (Instance.State state : Instance.State.values()) {
      if (state.text().equals(name)) {
        return state;
      }
    }
    return Instance.State.RUNNING;
  }
}
