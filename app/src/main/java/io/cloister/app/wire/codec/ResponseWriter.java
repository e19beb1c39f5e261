package io.cloister.app.wire.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Answers of the SDK's own classes to XML, for every operation.
 *
 * <p>A list of the answer itself is written even when unset, as an empty element: without it boto3
 * has no key at all. A list further inside is written when the action set it, an empty one too, so
 * that an action decides, as AWS does, whether {@code tagSet} is there.
 */
public final class ResponseWriter {
  private final Dialect dialect;
  private final String namespace;

  /**
   * A writer of one service's answers.
   *
   * @param namespace of the answer's root element
   */
  public ResponseWriter(Dialect dialect, String namespace) {
    this.dialect = dialect;
    this.namespace = namespace;
  }

  /** The answer of an operation, UTF-8. */
  public byte[] write(String operation, SdkResponse response, String requestId) {
    Xml xml = new Xml();
    xml.startIn(operation + "Response", namespace);
    switch (dialect) {
      case EC2 -> {
        xml.element("requestId", requestId);
        members(xml, response, true);
        if (response.sdkFields().isEmpty()) {
          xml.element("return", "true");
        }
      }
      case QUERY -> {
        xml.start(operation + "Result");
        members(xml, response, true);
        xml.end().start("ResponseMetadata").element("RequestId", requestId).end();
      }
    }
    return xml.end().bytes();
  }

  private void members(Xml xml, SdkPojo pojo, boolean top) {
    for (SdkField<?> field : pojo.sdkFields()) {
      String name = field.unmarshallLocationName();
      Optional<Object> value = valueOf(field, pojo);
      if (value.isPresent()) {
        if (top
            || !(value.get() instanceof SdkAutoConstructList<?>
                || value.get() instanceof SdkAutoConstructMap<?, ?>)) {
          value(xml, name, field, value.get());
        }
      } else if (top && field.containsTrait(ListTrait.class)) {
        xml.empty(name);
      } else if (top && dialect == Dialect.EC2 && name.equals("return")) {
        // AWS says so whenever it doesn't answer with an error.
        xml.element(name, "true");
      }
    }
  }

  /** No field of an answer has a default (a test holds the SDK to it), so none is made up here. */
  private static Optional<Object> valueOf(SdkField<?> field, SdkPojo pojo) {
    @Nullable Object value = field.getValueOrDefault(pojo);
    return Optional.ofNullable(value);
  }

  private void value(Xml xml, String name, SdkField<?> field, Object value) {
    switch (value) {
      case List<?> list -> list(xml, name, field.getTrait(ListTrait.class), list);
      case Map<?, ?> map -> map(xml, name, field.getTrait(MapTrait.class), map);
      case SdkPojo pojo -> {
        xml.start(name);
        members(xml, pojo, false);
        xml.end();
      }
      default -> xml.element(name, Scalars.write(value));
    }
  }

  private void map(Xml xml, String name, MapTrait trait, Map<?, ?> map) {
    xml.start(name);
    map.forEach((key, value) -> {
      xml.start("entry").element(trait.keyLocationName(), String.valueOf(key));
      value(xml, trait.valueLocationName(), trait.valueFieldInfo(), value);
      xml.end();
    });
    xml.end();
  }

  private void list(Xml xml, String name, ListTrait trait, List<?> list) {
    if (trait.isFlattened()) {
      list.forEach(element -> value(xml, name, trait.memberFieldInfo(), element));
    } else if (list.isEmpty()) {
      xml.empty(name);
    } else {
      String item = Optional.ofNullable(trait.memberLocationName()).orElse("member");
      xml.start(name);
      list.forEach(element -> value(xml, item, trait.memberFieldInfo(), element));
      xml.end();
    }
  }
}
