package io.cloister.app.wire;

import io.cloister.app.wire.model.Constraint;
import io.cloister.app.wire.model.Constraint.Free;
import io.cloister.app.wire.model.Constraint.Items;
import io.cloister.app.wire.model.Constraint.Range;
import io.cloister.app.wire.model.Constraint.Struct;
import io.cloister.app.wire.model.Constraint.Text;
import io.cloister.app.wire.model.Constraint.Words;
import io.cloister.app.wire.model.ServiceModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Makes values of any of the SDK's classes, every member set, within the model's bounds. */
final class Values {
  private static final String[] PIECES = {
    "vpc-0a1", "Ünïcödé", "日本", "😀", "<&>\"'", "]]>", "a b", "%41+=&;", "\t", "\n", "\r", "\r\n",
    "0", "-", " ends "
  };

  private static final int DEEPEST = 16;

  private final Random random;
  private final ServiceModel model;

  /** Below a second nothing survives in requests: an SDK interceptor cuts some timestamps. */
  private final int nanos;

  Values(long seed, ServiceModel model, int nanos) {
    this.random = new Random(seed);
    this.model = model;
    this.nanos = nanos;
  }

  Object fill(SdkPojo builder, Constraint constraint) {
    return fill(builder, constraint, 0);
  }

  private Object fill(SdkPojo builder, Constraint constraint, int depth) {
    if (depth < DEEPEST) {
      for (SdkField<?> field : builder.sdkFields()) {
        Constraint own = model.constraint(constraint.member(field.memberName()).shape());
        field.set(builder, value(field, own, depth + 1));
      }
    }
    return ((SdkBuilder<?, ?>) builder).build();
  }

  private Object value(SdkField<?> field, Constraint constraint, int depth) {
    return switch (field.marshallingType().getKnownType()) {
      case LIST -> list(field.getTrait(ListTrait.class), constraint, depth);
      case MAP ->
          Map.of(word(), value(field.getTrait(MapTrait.class).valueFieldInfo(), new Free(), depth));
      case SDK_POJO -> fill(field.constructor().get(), constraint, depth);
      default -> scalar(field.marshallingType().getKnownType(), constraint);
    };
  }

  private List<Object> list(ListTrait trait, Constraint constraint, int depth) {
    Constraint elements = new Free();
    int size = 1 + random.nextInt(depth < 3 ? 3 : 2);
    if (constraint instanceof Items items) {
      elements = model.constraint(items.shape());
      size = Math.clamp(size, Math.max(1, items.min()), items.max());
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(value(trait.memberFieldInfo(), elements, depth));
    }
    return values;
  }

  private Object scalar(MarshallingKnownType type, Constraint constraint) {
    return switch (type) {
      case STRING -> text(constraint);
      case BOOLEAN -> random.nextBoolean();
      case INTEGER -> number(constraint, random.nextInt()).intValue();
      case LONG -> number(constraint, random.nextLong()).longValue();
      case DOUBLE -> number(constraint, random.nextGaussian() * 1e9).doubleValue();
      case FLOAT -> number(constraint, random.nextFloat()).floatValue();
      case INSTANT ->
          Instant.ofEpochSecond(
              random.nextLong(4_000_000_000L), random.nextInt(1000) * (long) nanos);
      case SDK_BYTES -> SdkBytes.fromUtf8String(word());
      default -> throw new AssertionError(type);
    };
  }

  private Number number(Constraint constraint, Number free) {
    if (!(constraint instanceof Range range)) {
      return free;
    }
    BigDecimal min = range.min().orElse(BigDecimal.ZERO);
    BigDecimal max = range.max().orElse(min.add(BigDecimal.TEN));
    return random.nextBoolean() ? min : max;
  }

  private String text(Constraint constraint) {
    return switch (constraint) {
      case Words words -> pick(List.copyOf(new TreeSet<>(words.words())));
      case Text text -> fitting(text);
      case Free _, Struct _, Items _, Range _ -> word();
    };
  }

  /** A text for each pattern there is; a pattern that fits none fails here and wants one more. */
  private static String fitting(Text text) {
    return List.of(
            "1",
            "200",
            "HTTPS",
            "ipv4pool-coip-0",
            "ipam-pool-0",
            "abcd",
            "123456789012",
            "10.0.0.1",
            "a".repeat(20),
            "arn:aws:outposts:us-east-1:123456789012:outpost/op-0123456789abcdef0",
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:abcdef")
        .stream()
        .filter(t -> t.length() >= text.min() && t.length() <= text.max())
        .filter(t -> text.pattern().isEmpty() || text.pattern().get().matcher(t).matches())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no text for " + text));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      word.append(pick(List.of(PIECES)));
    }
    return word.toString();
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
