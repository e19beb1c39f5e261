package io.cloister.matrix;

import io.cloister.dataplane.DataPlane;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The gates' own records of dropped packets, found by what a probe sent. */
final class Drops {
  private static final Pattern PACKET =
      Pattern.compile(
          "(?<protocol>\\S+) (?<from>[0-9.]+|[0-9a-f:]+|\\[[0-9a-f:]+])(?::(?<number>\\d+))?"
              + " > (?<to>[0-9.]+|[0-9a-f:]+|\\[[0-9a-f:]+])(?::(?<port>\\d+))?(?<more> .*)?");
  private static final Pattern IDENTIFIER = Pattern.compile("\\bid (\\d+)");

  private final Supplier<List<DataPlane.Drop>> records;

  /**
   * @param records all that are known, the newest last
   */
  Drops(Supplier<List<DataPlane.Drop>> records) {
    this.records = records;
  }

  /**
   * A packet that was sent.
   *
   * @param number by which it is known: the source port, else the identifier of an echo; 0 when
   *     there is none
   * @param port of the destination; 0 when there is none
   * @param oneWay whether what goes back is something else
   */
  record Sent(
      String protocol,
      List<String> from,
      int number,
      List<String> to,
      int port,
      long since,
      boolean oneWay) {
    /** The identifier of an echo, whichever way it goes. */
    int id() {
      return Math.max(number, port);
    }

    Sent back() {
      return new Sent(protocol, to, port, from, number, since, oneWay);
    }
  }

  /**
   * The newest record of a packet, or of the answer to it, unless only one way is looked at:
   * packets of the other way may have been dropped within the same millisecond, or be repeated by
   * TCP.
   */
  Optional<Fate> find(Sent sent) {
    List<DataPlane.Drop> drops = records.get();
    for (DataPlane.Drop drop : drops.reversed()) {
      if (drop.milliseconds() < sent.since()) {
        break;
      }
      if (matches(drop, sent)) {
        return Optional.of(new Fate.Dropped(drop.gate(), drop.interfaceId()));
      }
      if (!sent.oneWay() && matches(drop, sent.back())) {
        return Optional.of(new Fate.AnswerDropped(drop.gate(), drop.interfaceId()));
      }
    }
    return Optional.empty();
  }

  private static boolean matches(DataPlane.Drop drop, Sent sent) {
    Matcher packet = PACKET.matcher(drop.packet());
    if (!packet.matches()
        || !packet.group("protocol").equals(sent.protocol())
        || !sent.from().contains(plain(packet.group("from")))
        || !sent.to().contains(plain(packet.group("to")))) {
      return false;
    }
    if (sent.protocol().startsWith("icmp")) {
      Matcher identifier = IDENTIFIER.matcher(drop.packet());
      return identifier.find() && Integer.parseInt(identifier.group(1)) == sent.id();
    }
    return number(packet.group("number")) == sent.number()
        && number(packet.group("port")) == sent.port();
  }

  private static String plain(String address) {
    return Probes.address(address.replaceAll("[\\[\\]]", "")).getHostAddress();
  }

  private static int number(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }
}
