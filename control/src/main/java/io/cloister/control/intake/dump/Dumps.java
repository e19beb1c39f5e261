package io.cloister.control.intake.dump;

import io.cloister.control.intake.report.Intake;
import io.cloister.control.intake.report.Tally;
import io.cloister.control.intake.tree.Place;
import io.cloister.control.intake.tree.Unreadable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Dumps become networks. */
public final class Dumps {
  /** In an order in which whatever is looked up while reading is there already. */
  private static final List<Reader> READERS =
      List.of(
          new DhcpReader(),
          new VpcReader(),
          new VpcReader.AttributeReader(),
          new SubnetReader(),
          new GatewayReader(),
          new RouteTableReader(),
          new AclReader(),
          new GroupReader(),
          new GroupReader.RuleReader(),
          new AddressReader(),
          new InterfaceReader(),
          new InstanceReader.ReservationReader(),
          new InstanceReader());

  private static final Set<String> SECTIONS =
      READERS.stream().map(Reader::section).collect(Collectors.toUnmodifiableSet());

  private Dumps() {}

  /** Whether resources of a section become parts of networks. */
  static boolean understands(String section) {
    return SECTIONS.contains(section);
  }

  /** The network of what {@link Documents} found. */
  public static Intake read(String kind, List<Item> items, Tally tally) {
    Whereabouts where = new Whereabouts(items);
    Reading reading = new Reading(tally, where);
    for (Reader reader : READERS) {
      for (Item item : items) {
        if (item.section().equals(reader.section())) {
          read(reader, item, reading);
        }
      }
    }
    if (where.guessed() && !items.isEmpty()) {
      tally.problem(
          items.getFirst().tree().place(),
          "nothing says which region this is from: us-east-1 is assumed");
    }
    boolean tables = items.stream().anyMatch(i -> i.section().equals("RouteTables"));
    boolean acls = items.stream().anyMatch(i -> i.section().equals("NetworkAcls"));
    new Completion(reading, tables, acls).run();
    return tally.result(kind, reading.network());
  }

  private static void read(Reader reader, Item item, Reading reading) {
    try {
      reader.read(item, reading);
    } catch (Unreadable e) {
      reading.tally.problem(e);
    } catch (IllegalArgumentException e) {
      Place place = item.tree().place();
      reading.tally.problem(place, e.getMessage() + ": left out");
    }
  }
}
