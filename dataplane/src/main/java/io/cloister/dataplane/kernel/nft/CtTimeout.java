package io.cloister.dataplane.kernel.nft;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A policy of idle timeouts that a rule can give to a connection. States that it doesn't name get
 * Linux's defaults.
 *
 * @param name unique among the table's objects
 * @param protocol of the connections
 * @param seconds a state's idle timeout, 1 or more
 */
public record CtTimeout(TimeoutName name, Protocol protocol, SortedMap<State, Integer> seconds) {

  /** Whose connections. */
  public enum Protocol {
    /** TCP, 6. */
    TCP(6),
    /** UDP, 17. */
    UDP(17);

    private final int number;

    Protocol(int number) {
      this.number = number;
    }

    /** The number above IP. */
    public int number() {
      return number;
    }
  }

  /** The states that a timeout can be given for. */
  public enum State {
    /** TCP: a first packet was seen. */
    SYN_SENT(Protocol.TCP, 1, 120),
    /** TCP: and was answered. */
    SYN_RECV(Protocol.TCP, 2, 60),
    /** TCP: the handshake is done. */
    ESTABLISHED(Protocol.TCP, 3, 432000),
    /** TCP: one side has finished. */
    FIN_WAIT(Protocol.TCP, 4, 120),
    /** TCP: the other side has seen it. */
    CLOSE_WAIT(Protocol.TCP, 5, 60),
    /** TCP: both have finished. */
    LAST_ACK(Protocol.TCP, 6, 30),
    /** TCP: and seen it. */
    TIME_WAIT(Protocol.TCP, 7, 120),
    /** TCP: a reset was seen. */
    CLOSE(Protocol.TCP, 8, 10),
    /** UDP: only one side has spoken. */
    UNREPLIED(Protocol.UDP, 1, 30),
    /** UDP: both have. */
    REPLIED(Protocol.UDP, 2, 120);

    private final Protocol protocol;
    private final int attribute;
    private final int seconds;

    State(Protocol protocol, int attribute, int seconds) {
      this.protocol = protocol;
      this.attribute = attribute;
      this.seconds = seconds;
    }

    /** Whose state it is. */
    public Protocol protocol() {
      return protocol;
    }

    /** The number of the kernel's attribute for it. */
    public int attribute() {
      return attribute;
    }

    /** Linux's default. */
    public int seconds() {
      return seconds;
    }
  }

  /** Copies, and completes; refuses states of another protocol. */
  public CtTimeout {
    SortedMap<State, Integer> all = new TreeMap<>(seconds);
    for (State state : State.values()) {
      if (state.protocol() == protocol) {
        all.putIfAbsent(state, state.seconds());
      }
    }
    seconds = Collections.unmodifiableSortedMap(all);
    Protocol whose = protocol;
    if (!seconds.keySet().stream().allMatch(state -> state.protocol() == whose)
        || !seconds.values().stream().allMatch(count -> count > 0)) {
      throw new IllegalArgumentException("not a timeout policy of " + protocol + ": " + seconds);
    }
  }

  /** As nft writes it, without the name. */
  @Override
  public String toString() {
    String policy =
        seconds.entrySet().stream()
            .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " : " + e.getValue())
            .collect(Collectors.joining(", "));
    return "protocol "
        + protocol.name().toLowerCase(Locale.ROOT)
        + "; l3proto inet; policy = { "
        + policy
        + " };";
  }
}
