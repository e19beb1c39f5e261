package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.Assign;
import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.ChainPrint;
import io.cloister.dataplane.kernel.nft.Counter;
import io.cloister.dataplane.kernel.nft.Log;
import io.cloister.dataplane.kernel.nft.Lookup;
import io.cloister.dataplane.kernel.nft.Match;
import io.cloister.dataplane.kernel.nft.MatchBits;
import io.cloister.dataplane.kernel.nft.Reject;
import io.cloister.dataplane.kernel.nft.Rule;
import io.cloister.dataplane.kernel.nft.Source;
import io.cloister.dataplane.kernel.nft.Span;
import io.cloister.dataplane.kernel.nft.Statement;
import io.cloister.dataplane.kernel.nft.Translate;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.kernel.nft.UseTimeout;
import io.cloister.dataplane.kernel.nft.Value;
import io.cloister.dataplane.kernel.nft.Verdict;
import io.cloister.dataplane.kernel.nft.VerdictLookup;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.PortRange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes one rule: its statements as expressions, its cause and fingerprint beside them. */
final class RuleWriter {
  private static final int REJECT_TCP_RESET = 1;
  private static final int REJECT_ICMPX = 2;
  private static final int PORT_UNREACHABLE = 1;
  private static final int ADMIN_PROHIBITED = 3;

  private final Program program;
  private final FieldWriter fields;

  private RuleWriter(Program program) {
    this.program = program;
    this.fields = new FieldWriter(program);
  }

  static void add(Request request, ChainName chain, Rule rule) {
    Nf.begin(
        request,
        Nf.NEWRULE,
        Request.CREATE | Request.APPEND,
        () -> "chain " + chain + ": rule " + rule);
    request.text(Nf.NAME, chain.text());
    int expressions = request.open(Nf.RULE_EXPRESSIONS);
    RuleWriter writer = new RuleWriter(new Program(request));
    rule.statements().forEach(writer::write);
    request.close(expressions);
    request.bytes(Nf.RULE_USERDATA, userdata(rule));
    request.end();
  }

  /** nft shows the first part as the rule's comment and leaves the second alone. */
  private static byte[] userdata(Rule rule) {
    byte[] comment = rule.cause().text().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(comment.length + 3 + 10)
        .put((byte) Nf.USERDATA_COMMENT)
        .put((byte) (comment.length + 1))
        .put(comment)
        .put((byte) 0)
        .put((byte) Nf.USERDATA_PRINT)
        .put((byte) 8)
        .putLong(ChainPrint.print(rule))
        .array();
  }

  private void write(Statement statement) {
    switch (statement) {
      case Match match -> match(match);
      case MatchBits bits -> {
        fields.load(bits.field());
        byte[] mask = ValueWriter.bytes(bits.mask());
        program.bitwise(Program.FIRST, mask, new byte[mask.length]);
        program.compare(Program.FIRST, operator(bits.negated()), ValueWriter.bytes(bits.value()));
      }
      case Lookup lookup -> {
        fields.load(lookup.key());
        program.lookup(lookup.set().text(), lookup.negated());
      }
      case VerdictLookup lookup -> {
        fields.load(lookup.key());
        program.map(lookup.map().text(), 0);
      }
      case Verdict verdict -> program.verdict(verdict);
      case Assign assign -> {
        source(assign.source());
        fields.store(assign.target());
      }
      case Translate translate -> translate(translate);
      case Log log -> program.log(log.group(), log.prefix(), log.snaplen());
      case Counter _ -> program.counter();
      case Reject reject -> reject(reject.with());
      case UseTimeout timeout -> program.object(Nf.OBJECT_CT_TIMEOUT, timeout.policy().text());
    }
  }

  private static int operator(boolean negated) {
    return negated ? Program.NOT_EQUAL : Program.EQUAL;
  }

  private void match(Match match) {
    fields.load(match.field());
    Span span = match.span();
    int operator = operator(match.negated());
    int length = span.prefixLength();
    byte[] low = ValueWriter.bytes(span.low());
    if (span.isSingle()) {
      program.compare(Program.FIRST, operator, low);
    } else if (length > 0 && isAddress(span)) {
      program.bitwise(Program.FIRST, mask(length, low.length), new byte[low.length]);
      program.compare(Program.FIRST, operator, low);
    } else {
      program.range(Program.FIRST, operator, low, ValueWriter.bytes(span.high()));
    }
    fields.learn(match);
  }

  private static boolean isAddress(Span span) {
    return span.type() == Type.IPV4_ADDR || span.type() == Type.IPV6_ADDR;
  }

  private static byte[] mask(int length, int bytes) {
    byte[] mask = new byte[bytes];
    for (int bit = 0; bit < length; bit++) {
      mask[bit / 8] |= (byte) (0x80 >>> (bit % 8));
    }
    return mask;
  }

  /** Leaves the value in the first register. */
  private void source(Source source) {
    switch (source) {
      case Source.Constant(Value value) ->
          program.constant(Program.FIRST, ValueWriter.bytes(value));
      case Source.Bits(var field, int and, int xor) -> {
        fields.load(field);
        if (and != -1 || xor != 0) {
          program.bitwise(
              Program.FIRST,
              ValueWriter.bytes(Value.mark(and)),
              ValueWriter.bytes(Value.mark(xor)));
        }
      }
      case Source.Mapped(var key, var map) -> {
        fields.load(key);
        program.map(map.text(), Program.FIRST);
      }
    }
  }

  private void translate(Translate translate) {
    source(translate.to());
    int family = translate.family() == Family.IPV4 ? 2 : 10;
    int behind = Program.FIRST + translate.family().bits() / 32;
    boolean destination = translate.kind() == Translate.Kind.DNAT;
    if (translate.portToo()) {
      program.nat(destination, family, Program.FIRST, behind, -1);
    } else if (translate.ports().isPresent()) {
      PortRange ports = translate.ports().get();
      program.constant(behind, ValueWriter.bytes(Value.port(ports.from())));
      program.constant(behind + 1, ValueWriter.bytes(Value.port(ports.to())));
      program.nat(destination, family, Program.FIRST, behind, behind + 1);
    } else {
      program.nat(destination, family, Program.FIRST, -1, -1);
    }
  }

  private void reject(Reject.With with) {
    switch (with) {
      case TCP_RESET -> program.reject(REJECT_TCP_RESET, 0);
      case PORT_UNREACHABLE -> program.reject(REJECT_ICMPX, PORT_UNREACHABLE);
      case ADMIN_PROHIBITED -> program.reject(REJECT_ICMPX, ADMIN_PROHIBITED);
    }
  }
}
