package io.cloister.app.server;

import io.cloister.app.wire.Listen;
import io.cloister.control.action.support.PublicPools;
import io.cloister.control.action.support.Quota;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a server is told at its start.
 *
 * @param listen where, and to whom
 * @param state what becomes of its state
 * @param end what becomes of the kernel's objects and the instances when it ends
 * @param timeScale 1 or more: every timer of AWS's runs so many times faster
 * @param quotas limits in place of AWS's defaults, for every account and region
 * @param publicPool where public IPv4 addresses come from, /8 to /30
 * @param packets false for a server that answers the API and carries no packets
 */
public record Options(
    Listen listen,
    State state,
    End end,
    int timeScale,
    Map<Quota, Integer> quotas,
    Prefix publicPool,
    boolean packets) {
  /** The port when none is asked for: that which other AWS emulators use. */
  public static final int DEFAULT_PORT = 4566;

  private static final Prefix POOL = PublicPools.USUAL.elasticIps();

  /** What becomes of the state of a server. */
  public sealed interface State {
    /** It is kept in a folder, and the next server on that folder goes on with it. */
    record Kept(Path folder) implements State {}

    /** It is forgotten when the server ends. */
    record Forgotten() implements State {}
  }

  /** What becomes of namespaces, rules and instances when the server ends by a signal. */
  public enum End {
    /** All of them are removed; instances start again with the next server. */
    REMOVE,
    /** The network goes on running, and the next server on the same state adopts it. */
    LEAVE
  }

  /** Refuses combinations that can't be meant. */
  public Options {
    quotas = quotas.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(quotas));
    if (timeScale < 1 || timeScale > 10_000) {
      throw new IllegalArgumentException("a time scale is from 1 to 10000: " + timeScale);
    }
    quotas.forEach((quota, limit) -> {
      if (limit < 0) {
        throw new IllegalArgumentException(quota.setting() + " can't be negative: " + limit);
      }
    });
    if (publicPool.family() != Family.IPV4 || publicPool.length() < 8 || publicPool.length() > 30) {
      throw new IllegalArgumentException(
          "a pool of public addresses is an IPv4 block from /8 to /30: " + publicPool);
    }
    if (state instanceof State.Forgotten && end == End.LEAVE) {
      throw new IllegalArgumentException(
          "a network whose state is forgotten can't be kept running: nobody could adopt it");
    }
  }

  /** A server on loopback that forgets everything at its end. */
  public static Options ephemeral(int port) {
    return new Options(
        Listen.loopback(port), new State.Forgotten(), End.REMOVE, 1, Map.of(), POOL, true);
  }

  /** A server on loopback that keeps its state in a folder. */
  public static Options kept(int port, Path folder) {
    return new Options(
        Listen.loopback(port), new State.Kept(folder), End.REMOVE, 1, Map.of(), POOL, true);
  }

  /** The same without packets. */
  public Options withoutPackets() {
    return new Options(listen, state, end, timeScale, quotas, publicPool, false);
  }

  /** The same with other quotas. */
  public Options withQuotas(Map<Quota, Integer> other) {
    return new Options(listen, state, end, timeScale, other, publicPool, packets);
  }
}
