package io.cloister.app.wire.codec;

import io.cloister.app.wire.model.Constraint;
import io.cloister.app.wire.model.Constraint.Free;
import io.cloister.app.wire.model.Constraint.Items;
import io.cloister.app.wire.model.Constraint.Member;
import io.cloister.app.wire.model.Operation;
import io.cloister.app.wire.model.ServiceModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Parameters to a request of the SDK's own class, for every operation: {@link SdkPojo#sdkFields()}
 * carries the wire names. What the request doesn't say stays unset: in particular no idempotency
 * token is made up, which {@code SdkField.getValueOrDefault} would do.
 *
 * <p>One walk reads and holds against AWS's model, because only the parameters know what was sent:
 * a name that no field took is {@code UnknownParameter}, under the name that the caller used.
 */
public final class RequestReader {
  /** Nine digits and up to 2^31: AWS's clients count from one; gaps are closed. */
  private static final Pattern INDEX = Pattern.compile("[1-9]\\d{0,9}");

  private final ServiceModel model;
  private final Dialect dialect;

  /** A reader of one service's requests. */
  public RequestReader(ServiceModel model, Dialect dialect) {
    this.model = model;
    this.dialect = dialect;
  }

  /**
   * Reads one request.
   *
   * @param builder an empty builder of the operation's request
   * @throws io.cloister.control.action.AwsException UnknownParameter, MissingParameter or
   *     InvalidParameterValue
   */
  public SdkRequest read(Operation operation, SdkPojo builder, Parameters parameters) {
    return (SdkRequest) fill(builder, parameters, model.constraint(operation.input()));
  }

  private Object fill(SdkPojo builder, Parameters node, Constraint constraint) {
    List<SdkField<?>> fields = builder.sdkFields();
    refuseUnknown(fields, node);
    for (SdkField<?> field : fields) {
      Member member = constraint.member(field.memberName());
      Optional<Parameters> sent = node.child(field.locationName());
      if (sent.isPresent()) {
        field.set(builder, value(field, sent.get(), model.constraint(member.shape())));
      } else if (member.required()) {
        String path = node.path().isEmpty() ? "" : node.path() + ".";
        throw Refusals.missing(path + field.locationName());
      }
    }
    return ((SdkBuilder<?, ?>) builder).build();
  }

  private static void refuseUnknown(List<SdkField<?>> fields, Parameters node) {
    if (node.nodes().isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    for (SdkField<?> field : fields) {
      known.add(field.locationName());
    }
    for (Map.Entry<String, Parameters> child : node.children().entrySet()) {
      if (!known.contains(child.getKey())) {
        throw child.getValue().unknown();
      }
    }
  }

  private Object value(SdkField<?> field, Parameters node, Constraint constraint) {
    MarshallingKnownType type = field.marshallingType().getKnownType();
    return switch (type) {
      case LIST -> list(field, node, constraint);
      case SDK_POJO -> structure(field, node, constraint);
      case MAP -> map(field, node);
      default -> scalar(type, node, constraint);
    };
  }

  private Object structure(SdkField<?> field, Parameters node, Constraint constraint) {
    if (node.text().filter(text -> !text.isEmpty()).isPresent()) {
      throw Refusals.invalid(node.path(), node.text().get(), "a structure, not a value");
    }
    return fill(field.constructor().get(), node, constraint);
  }

  private static Object scalar(MarshallingKnownType type, Parameters node, Constraint constraint) {
    for (Parameters child : node.nodes()) {
      throw child.unknown();
    }
    String text = node.text().orElseThrow(() -> Refusals.missing(node.path()));
    Object value = Scalars.read(type, text, node.path());
    Limits.check(constraint, value, text, node.path());
    return value;
  }

  /** An empty text at the list's own name is an empty list, as botocore sends it. */
  private List<Object> list(SdkField<?> field, Parameters node, Constraint constraint) {
    if (node.text().filter(text -> !text.isEmpty()).isPresent()) {
      throw Refusals.invalid(
          node.path(), node.text().get(), "a list such as " + node.path() + ".1");
    }
    ListTrait trait = field.getTrait(ListTrait.class);
    Constraint elements =
        constraint instanceof Items items ? model.constraint(items.shape()) : new Free();
    List<Object> values = new ArrayList<>();
    for (Parameters element : inOrder(elementsOf(trait, node))) {
      values.add(value(trait.memberFieldInfo(), element, elements));
    }
    Limits.count(constraint, values.size(), node.path());
    return values;
  }

  /** {@code X.entry.N.key} and {@code X.entry.N.value}: only the query protocol has maps. */
  private Map<String, Object> map(SdkField<?> field, Parameters node) {
    MapTrait trait = field.getTrait(MapTrait.class);
    for (Map.Entry<String, Parameters> child : node.children().entrySet()) {
      if (!child.getKey().equals("entry")) {
        throw child.getValue().unknown();
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameters entry : inOrder(node.child("entry").orElse(node))) {
      String key =
          entry
              .child(trait.keyLocationName())
              .flatMap(Parameters::text)
              .orElseThrow(() -> Refusals.missing(entry.path() + ".key"));
      Parameters value =
          entry
              .child(trait.valueLocationName())
              .orElseThrow(() -> Refusals.missing(entry.path() + ".value"));
      values.put(key, value(trait.valueFieldInfo(), value, new Free()));
    }
    return values;
  }

  private Parameters elementsOf(ListTrait trait, Parameters node) {
    if (dialect == Dialect.EC2 || trait.isFlattened()) {
      return node;
    }
    String name = Optional.ofNullable(trait.memberLocationName()).orElse("member");
    for (Map.Entry<String, Parameters> child : node.children().entrySet()) {
      if (!child.getKey().equals(name)) {
        throw child.getValue().unknown();
      }
    }
    return node.child(name).orElse(node);
  }

  private static Iterable<Parameters> inOrder(Parameters list) {
    Map<Long, Parameters> sorted = new TreeMap<>();
    for (Map.Entry<String, Parameters> child : list.children().entrySet()) {
      if (!INDEX.matcher(child.getKey()).matches()) {
        throw child.getValue().unknown();
      }
      sorted.put(Long.parseLong(child.getKey()), child.getValue());
    }
    return sorted.values();
  }
}
