package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.ChainPrint;
import io.cloister.dataplane.kernel.nft.CtTimeout;
import io.cloister.dataplane.kernel.nft.Hook;
import io.cloister.dataplane.kernel.nft.TimeoutName;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.Attributes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads hooks, fingerprints of rules, and timeouts. */
final class ChainReader {
  private static final int BASE = 1;

  private ChainReader() {}

  /** Whether our words can say the chain: no offload, no hook of a link, not inside a rule. */
  static boolean isPlain(Answer answer) {
    Attributes attributes = answer.attributes(4);
    int point = attributes.nested(Nf.CHAIN_HOOK).u32Network(Nf.HOOK_NUMBER);
    return (attributes.u32Network(Nf.CHAIN_FLAGS) & ~BASE) == 0
        && Arrays.stream(Hook.Point.values()).anyMatch(p -> p.number() == point);
  }

  static Optional<Hook> hook(Answer answer) {
    Attributes attributes = answer.attributes(4);
    if (!attributes.has(Nf.CHAIN_HOOK)) {
      return Optional.empty();
    }
    Attributes hook = attributes.nested(Nf.CHAIN_HOOK);
    int number = hook.u32Network(Nf.HOOK_NUMBER);
    Hook.Point point =
        Arrays.stream(Hook.Point.values())
            .filter(p -> p.number() == number)
            .findFirst()
            .orElseThrow();
    String type = attributes.text(Nf.CHAIN_TYPE).toUpperCase(Locale.ROOT);
    boolean drop = attributes.u32Network(Nf.CHAIN_POLICY) == Nf.DROP;
    return Optional.of(
        new Hook(
            Hook.Kind.valueOf(type),
            point,
            hook.u32Network(Nf.HOOK_PRIORITY),
            drop ? Hook.Policy.DROP : Hook.Policy.ACCEPT));
  }

  /** The fingerprint that lies beside a rule. */
  static long print(Answer answer) {
    byte[] data = answer.attributes(4).bytes(Nf.RULE_USERDATA);
    int at = 0;
    while (at + 2 <= data.length) {
      int length = data[at + 1] & 0xff;
      if (data[at] == (byte) Nf.USERDATA_PRINT && length == 8 && at + 10 <= data.length) {
        return ByteBuffer.wrap(data).getLong(at + 2);
      }
      at += 2 + length;
    }
    return ChainPrint.FOREIGN;
  }

  static Optional<CtTimeout> timeout(TimeoutName name, Answer answer) {
    Attributes data = answer.attributes(4).nested(Nf.OBJECT_DATA);
    int number = data.u8(Nf.TIMEOUT_L4);
    Attributes policy = data.nested(Nf.TIMEOUT_DATA);
    for (CtTimeout.Protocol protocol : CtTimeout.Protocol.values()) {
      if (protocol.number() == number) {
        SortedMap<CtTimeout.State, Integer> seconds = new TreeMap<>();
        Arrays.stream(CtTimeout.State.values())
            .filter(state -> state.protocol() == protocol && policy.has(state.attribute()))
            .forEach(state -> seconds.put(state, policy.u32Network(state.attribute())));
        return seconds.isEmpty()
            ? Optional.empty()
            : Optional.of(new CtTimeout(name, protocol, seconds));
      }
    }
    return Optional.empty();
  }
}
