package io.cloister.control.intake.dump;

import io.cloister.control.intake.report.Tally;
import io.cloister.control.intake.tree.Place;
import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A network while it is read: what is there so far, and what is said about it. */
final class Reading {
  final Tally tally;
  final Whereabouts where;
  private final Map<ResourceId, Resource> resources = new TreeMap<>();
  private final Map<ResourceId, SortedMap<String, String>> tags = new TreeMap<>();
  private final Map<ResourceId, String> origins = new TreeMap<>();
  private final Map<ResourceId, Place> places = new TreeMap<>();
  private boolean hidden;

  Reading(Tally tally, Whereabouts where) {
    this.tally = tally;
    this.where = where;
  }

  /** The text of an id: what is written, or what stands for it. */
  String id(String prefix, String text, Place place) {
    String id = Ids.of(prefix, text);
    if (!id.equals(text) && !hidden) {
      hidden = true;
      tally.problem(
          place,
          "%s is not an id of AWS: this and others like it get ids made of them, such as %s"
              .formatted(text, id));
    }
    return id;
  }

  /** The id of a member that there must be. */
  String id(String prefix, Tree tree, String member) throws Unreadable {
    return id(prefix, tree.require(member), tree.place());
  }

  /** The id of a member, if it is there. */
  Optional<String> maybe(String prefix, Tree tree, String member) {
    return tree.text(member).map(t -> id(prefix, t, tree.place()));
  }

  /** Takes a resource, its tags and where it is written. */
  void put(Resource resource, Item item) {
    ResourceId id = resource.id();
    if (resources.put(id, resource) == null) {
      tally.understood(item.section());
    }
    origin(id, item.tree().place(), "");
    SortedMap<String, String> map = new TreeMap<>();
    for (String member : List.of("Tags", "TagSet")) {
      for (Tree tag : item.tree().list(member)) {
        tag.text("Key").ifPresent(key -> map.put(key, tag.text("Value").orElse("")));
      }
    }
    if (!map.isEmpty()) {
      tags.put(id, map);
    }
  }

  /** Takes a resource that has no description of its own, with the reason. */
  void assume(Resource resource, Place place, String why) {
    resources.put(resource.id(), resource);
    origin(resource.id(), place, why);
  }

  /** Another version of a resource that is there. */
  void replace(Resource resource) {
    resources.put(resource.id(), resource);
  }

  /** Notes where something is written. */
  void origin(ResourceId id, Place place, String why) {
    places.putIfAbsent(id, place);
    origins.put(id, why.isEmpty() ? place.toString() : place + " (" + why + ")");
  }

  /** Where something is written. */
  Place place(ResourceId id) {
    return places.getOrDefault(id, new Place("(nowhere)", 1, 1));
  }

  boolean has(ResourceId id) {
    return resources.containsKey(id);
  }

  <R extends Resource> Optional<R> get(Class<R> type, ResourceId id) {
    Resource resource = resources.get(id);
    return type.isInstance(resource) ? Optional.of(type.cast(resource)) : Optional.empty();
  }

  <R extends Resource> Stream<R> all(Class<R> type) {
    return List.copyOf(resources.values()).stream().filter(type::isInstance).map(type::cast);
  }

  Scope scope(Item item) {
    return where.of(item);
  }

  VpcId vpc(Tree tree) throws Unreadable {
    return new VpcId(id(VpcId.PREFIX, tree, "VpcId"));
  }

  Network network() {
    List<Change> changes = new ArrayList<>();
    resources.values().forEach(r -> changes.add(new Change.Put(r)));
    tags.forEach((id, map) -> changes.add(new Change.Tag(id, map)));
    origins.forEach((id, text) -> changes.add(new Change.Origin(id, text)));
    resources.values().stream()
        .map(Resource::scope)
        .distinct()
        .forEach(scope -> changes.add(new Change.Open(scope)));
    return Network.EMPTY.apply(changes);
  }

  static Prefix prefix(Tree tree, String text) throws Unreadable {
    return Prefix.parse(text)
        .orElseThrow(() -> new Unreadable(tree.place(), "not a block of addresses: " + text));
  }

  static IpAddress address(Tree tree, String text) throws Unreadable {
    return IpAddress.parse(text)
        .orElseThrow(() -> new Unreadable(tree.place(), "not an address: " + text));
  }
}
