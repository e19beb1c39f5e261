package io.cloister.control.json;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The SDK's objects as JSON and back, by the names of the service model. One walk for every shape,
 * as the SDK describes them itself.
 */
public final class Pojos {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Pojos() {}

  /** The JSON of an object; members that aren't set are left out. */
  public static String write(SdkPojo pojo) {
    return MAPPER.writeValueAsString(tree(pojo));
  }

  private static JsonNode tree(Object value) {
    return switch (value) {
      case SdkPojo pojo -> {
        var object = NODES.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
          Object member = member(field, pojo);
          if (member != null) {
            object.set(field.memberName(), tree(member));
          }
        }
        yield object;
      }
      case List<?> list -> {
        var array = NODES.arrayNode();
        list.forEach(item -> array.add(tree(item)));
        yield array;
      }
      case Map<?, ?> map -> {
        var object = NODES.objectNode();
        map.forEach((k, v) -> object.set(k.toString(), tree(v)));
        yield object;
      }
      case Boolean b -> NODES.booleanNode(b);
      case Integer i -> NODES.numberNode(i);
      case Long l -> NODES.numberNode(l);
      case Double d -> NODES.numberNode(d);
      case Float f -> NODES.numberNode(f);
      case SdkBytes bytes ->
          NODES.stringNode(Base64.getEncoder().encodeToString(bytes.asByteArray()));
      default -> NODES.stringNode(value.toString());
    };
  }

  /**
   * The value of a member; null when it isn't set. {@code getValueOrDefault} invents an idempotency
   * token, so members that have one are asked by name.
   */
  @SuppressWarnings("NullAway") // The SDK gives null for what isn't set.
  public static @Nullable Object member(SdkField<?> field, SdkPojo pojo) {
    Object value =
        field.containsTrait(DefaultValueTrait.class)
            ? pojo instanceof SdkRequest request
                ? request.getValueForField(field.memberName(), Object.class).orElse(null)
                : null
            : field.getValueOrDefault(pojo);
    return value instanceof SdkAutoConstructList<?> || value instanceof SdkAutoConstructMap<?, ?>
        ? null
        : value;
  }

  /**
   * The object of this JSON.
   *
   * @param type a class of the SDK with a static {@code builder()}
   * @throws IOException when the JSON is not of that class
   */
  public static <T extends SdkPojo> T read(String json, Class<T> type) throws IOException {
    try {
      MethodType builder = MethodType.methodType(Class.forName(type.getName() + "$Builder"));
      SdkPojo empty =
          (SdkPojo) MethodHandles.publicLookup().findStatic(type, "builder", builder).invoke();
      return type.cast(fill(empty, MAPPER.readTree(json)));
    } catch (JacksonException e) {
      throw new IOException("not JSON: " + e.getOriginalMessage(), e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("not a class of the SDK: " + type.getName(), e);
    }
  }

  private static Object fill(SdkPojo builder, JsonNode node) throws IOException {
    for (SdkField<?> field : builder.sdkFields()) {
      JsonNode value = node.get(field.memberName());
      if (value != null) {
        field.set(builder, value(field, value));
      }
    }
    return ((Buildable) builder).build();
  }

  private static Object value(SdkField<?> field, JsonNode node) throws IOException {
    MarshallingType<?> type = field.marshallingType();
    if (type.equals(MarshallingType.SDK_POJO)) {
      return fill(field.constructor().get(), node);
    }
    if (type.equals(MarshallingType.LIST)) {
      SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      for (JsonNode each : node) {
        list.add(value(item, each));
      }
      return list;
    }
    if (type.equals(MarshallingType.MAP)) {
      SdkField<?> item = field.getTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> map = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        map.put(each.getKey(), value(item, each.getValue()));
      }
      return map;
    }
    if (type.equals(MarshallingType.BOOLEAN)) {
      return node.booleanValue();
    }
    if (type.equals(MarshallingType.INTEGER)) {
      return node.intValue();
    }
    if (type.equals(MarshallingType.LONG)) {
      return node.longValue();
    }
    if (type.equals(MarshallingType.DOUBLE)) {
      return node.doubleValue();
    }
    if (type.equals(MarshallingType.FLOAT)) {
      return (float) node.doubleValue();
    }
    if (type.equals(MarshallingType.INSTANT)) {
      return Instant.parse(node.stringValue());
    }
    if (type.equals(MarshallingType.SDK_BYTES)) {
      return SdkBytes.fromByteArray(Base64.getDecoder().decode(node.stringValue()));
    }
    if (type.equals(MarshallingType.STRING)) {
      return node.stringValue();
    }
    throw new IOException("no rule for members like " + field.memberName() + ": " + type);
  }
}
