package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.Ct;
import io.cloister.dataplane.kernel.nft.Field;
import io.cloister.dataplane.kernel.nft.Key;
import io.cloister.dataplane.kernel.nft.Match;
import io.cloister.dataplane.kernel.nft.Meta;
import io.cloister.dataplane.kernel.nft.Payload;
import io.cloister.dataplane.kernel.nft.Value;
import java.util.EnumMap;
import java.util.Map;

/**
 * Loads fields into registers, and checks before what a field needs to be there, once a rule, as
 * nft does.
 */
final class FieldWriter {
  private static final int META_MARK = 3;
  private static final int META_IIFNAME = 6;
  private static final int META_OIFNAME = 7;
  private static final int META_NFPROTO = 15;
  private static final int META_L4PROTO = 16;
  private static final int CT_MARK = 3;
  private static final int PAYLOAD_NETWORK = 1;
  private static final int PAYLOAD_TRANSPORT = 2;

  private final Program program;
  private final Map<Meta, Value> known = new EnumMap<>(Meta.class);

  FieldWriter(Program program) {
    this.program = program;
  }

  /** Remembers what a rule checks by itself. */
  void learn(Match match) {
    if (!match.negated()
        && match.span().isSingle()
        && match.field() instanceof Meta meta
        && (meta == Meta.NFPROTO || meta == Meta.L4PROTO)) {
      known.put(meta, match.span().low());
    }
  }

  /** Loads a key from the first register on, each field at the next free one. */
  void load(Key key) {
    key.fields().forEach(this::need);
    int register = Program.FIRST;
    for (Field field : key.fields()) {
      put(field, register);
      register += ValueWriter.padded(field.type()) / 4;
    }
  }

  /** Loads one field into the first register. */
  void load(Field field) {
    need(field);
    put(field, Program.FIRST);
  }

  /** Stores the first register into a mark. */
  void store(Field mark) {
    switch (mark) {
      case Meta _ -> program.metaSet(META_MARK, Program.FIRST);
      case Ct _ -> program.ctSet(CT_MARK, Program.FIRST);
      case Payload payload -> throw new IllegalArgumentException("no mark: " + payload);
    }
  }

  private void need(Field field) {
    if (field instanceof Payload payload) {
      switch (payload.needs()) {
        case NOTHING -> {}
        case IPV4 -> need(Meta.NFPROTO, 2);
        case IPV6 -> need(Meta.NFPROTO, 10);
        case TCP -> need(Meta.L4PROTO, 6);
        case UDP -> need(Meta.L4PROTO, 17);
        case ICMP -> need(Meta.L4PROTO, 1);
        case ICMPV6 -> need(Meta.L4PROTO, 58);
      }
    }
  }

  private void need(Meta meta, int number) {
    Value value = Value.number(meta.type(), number);
    if (!value.equals(known.put(meta, value))) {
      put(meta, Program.FIRST);
      program.compare(Program.FIRST, Program.EQUAL, ValueWriter.bytes(value));
    }
  }

  private void put(Field field, int register) {
    switch (field) {
      case Meta meta -> program.metaLoad(key(meta), register);
      case Ct ct -> ct(ct, register);
      case Payload payload ->
          program.payloadLoad(
              switch (payload.base()) {
                case NETWORK -> PAYLOAD_NETWORK;
                case TRANSPORT -> PAYLOAD_TRANSPORT;
              },
              payload.offset(),
              payload.type().size(),
              register);
    }
  }

  private static int key(Meta meta) {
    return switch (meta) {
      case IIFNAME -> META_IIFNAME;
      case OIFNAME -> META_OIFNAME;
      case MARK -> META_MARK;
      case L4PROTO -> META_L4PROTO;
      case NFPROTO -> META_NFPROTO;
    };
  }

  private void ct(Ct ct, int register) {
    switch (ct) {
      case STATE -> program.ctLoad(0, -1, register);
      case DIRECTION -> program.ctLoad(1, -1, register);
      case STATUS -> program.ctLoad(2, -1, register);
      case MARK -> program.ctLoad(CT_MARK, -1, register);
      case ORIGINAL_IP_SADDR -> program.ctLoad(19, 0, register);
      case ORIGINAL_IP_DADDR -> program.ctLoad(20, 0, register);
      case ORIGINAL_IP6_SADDR -> program.ctLoad(21, 0, register);
      case ORIGINAL_IP6_DADDR -> program.ctLoad(22, 0, register);
      case ORIGINAL_PROTO_DST -> program.ctLoad(12, 0, register);
    }
  }
}
