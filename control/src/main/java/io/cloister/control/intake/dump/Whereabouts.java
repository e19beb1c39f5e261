package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import io.cloister.control.region.Region;
import io.cloister.control.region.Regions;
import io.cloister.model.vpc.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which account and region resources belong to. Answers hardly ever say the region: it follows from
 * a zone, from a zone of something in the same VPC, from the folder's name, or from the rest.
 */
final class Whereabouts {
  /** A region at the beginning of a zone's name, local zones too. */
  private static final Pattern REGION = Pattern.compile("^([a-z]{2}(?:-[a-z]+)+?-\\d)");

  /** What scopes are named by when nothing at all says where a dump is from. */
  private static final String NOWHERE = "us-east-1";

  private final Map<String, String> byVpc = new HashMap<>();
  private final String usualRegion;
  private final String usualAccount;
  private final boolean guessed;

  Whereabouts(List<Item> items) {
    for (Item item : items) {
      item.tree()
          .text("VpcId")
          .ifPresent(vpc -> said(item).ifPresent(region -> byVpc.putIfAbsent(vpc, region)));
    }
    Optional<String> region = most(items, Whereabouts::said);
    guessed = region.isEmpty();
    usualRegion = region.orElse(NOWHERE);
    usualAccount =
        most(items, item -> item.tree().text("OwnerId")).map(Ids::account).orElse("000000000000");
  }

  /** Whether nothing said the region. */
  boolean guessed() {
    return guessed;
  }

  Scope of(Item item) {
    Tree tree = item.tree();
    String account = tree.text("OwnerId").map(Ids::account).orElse(usualAccount);
    String region =
        said(item)
            .or(() -> tree.text("VpcId").map(byVpc::get))
            .or(() ->
                tree.list("Attachments").stream()
                    .flatMap(a -> a.text("VpcId").map(byVpc::get).stream())
                    .findFirst())
            .orElse(usualRegion);
    return new Scope(account, partition(region), region);
  }

  /** The scope of a VPC that isn't described itself. */
  Scope ofVpc(String vpc) {
    String region = byVpc.getOrDefault(vpc, usualRegion);
    return new Scope(usualAccount, partition(region), region);
  }

  static Optional<String> region(String zone) {
    Matcher matcher = REGION.matcher(zone);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static String partition(String region) {
    return Regions.find(region).map(Region::partition).map(p -> p.name()).orElse("aws");
  }

  private static Optional<String> said(Item item) {
    Tree tree = item.tree();
    return item.region()
        .or(() -> tree.text("Region"))
        .or(() -> zone(tree))
        .or(() -> tree.text("NetworkBorderGroup").flatMap(Whereabouts::region))
        .or(() -> tree.list("Instances").stream().flatMap(i -> zone(i).stream()).findFirst());
  }

  private static Optional<String> zone(Tree tree) {
    return tree.text("AvailabilityZone")
        .or(() -> tree.get("Placement").flatMap(p -> p.text("AvailabilityZone")))
        .flatMap(Whereabouts::region);
  }

  private static Optional<String> most(List<Item> items, Function<Item, Optional<String>> what) {
    Stream<String> all = items.stream().flatMap(i -> what.apply(i).stream());
    return all
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }
}
