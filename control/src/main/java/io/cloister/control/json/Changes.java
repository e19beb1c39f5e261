package io.cloister.control.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cloister.model.elb.RuleAction;
import io.cloister.model.elb.RuleCondition;
import io.cloister.model.elb.RuleTransform;
import io.cloister.model.id.ResourceId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.IpProtocol;
import io.cloister.model.ip.MacAddress;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.vpc.FlowLog;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.RouteTarget;
import io.cloister.model.vpc.RulePeer;
import io.cloister.model.vpc.TrafficMatch;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Changes as JSON, and back. Records are objects; a case of a sealed type carries its name in
 * {@code is}; ids, addresses, prefixes and the like are texts, so that a journal can be read by
 * people. What is written once must be read for ever: components may be added (their reader gives a
 * default), never renamed.
 */
public final class Changes {
  private static final List<Class<?>> SEALED =
      List.of(
          Change.class,
          Resource.class,
          RouteTarget.class,
          FlowLog.Destination.class,
          RouteTableAssociation.With.class,
          RulePeer.class,
          TrafficMatch.class,
          RuleAction.class,
          RuleCondition.class,
          RuleTransform.class);

  private final JsonMapper mapper;

  /** A mapper of its own; making it takes a while, so keep it. */
  public Changes() {
    SimpleModule module = new SimpleModule("cloister");
    text(module, IpAddress.class, IpAddress::of);
    text(module, Prefix.class, Prefix::of);
    text(module, MacAddress.class, Changes::mac);
    text(module, PortRange.class, Changes::ports);
    text(module, IpProtocol.class, Changes::protocol);
    text(module, ResourceId.class, ResourceIds::of);
    ResourceIds.types().forEach((type, make) -> id(module, type, make));
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addModule(module)
            // Only components count, not every method that begins with is or get.
            .changeDefaultVisibility(v ->
                v.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    for (Class<?> sealed : SEALED) {
      builder.addMixIn(sealed, Named.class);
      for (Class<?> permitted : sealed.getPermittedSubclasses()) {
        builder.addMixIn(permitted, Named.class);
        builder.registerSubtypes(permitted);
      }
    }
    mapper = builder.build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  /** The JSON of these changes. */
  public String write(List<Change> changes) {
    return mapper.writerFor(new TypeReference<List<Change>>() {}).writeValueAsString(changes);
  }

  /**
   * The changes of this JSON.
   *
   * @throws IOException when it isn't what {@link #write} wrote
   */
  public List<Change> read(String json) throws IOException {
    try {
      return mapper.readValue(json, new TypeReference<List<Change>>() {});
    } catch (JacksonException e) {
      throw new IOException("not a list of changes: " + e.getOriginalMessage(), e);
    }
  }

  private static MacAddress mac(String text) {
    return new MacAddress(Long.parseLong(text.replace(":", ""), 16));
  }

  private static PortRange ports(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? new PortRange(Integer.parseInt(text), Integer.parseInt(text))
        : new PortRange(
            Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }

  private static IpProtocol protocol(String text) {
    return switch (text) {
      case "icmp" -> IpProtocol.ICMP;
      case "tcp" -> IpProtocol.TCP;
      case "udp" -> IpProtocol.UDP;
      case "icmpv6" -> IpProtocol.ICMPV6;
      default -> new IpProtocol(Integer.parseInt(text));
    };
  }

  private static <I extends ResourceId> void id(
      SimpleModule module, Class<I> type, Function<String, ? extends ResourceId> make) {
    text(module, type, t -> type.cast(make.apply(t)));
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> read) {
    module.addSerializer(
        type,
        new ValueSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator to, SerializationContext context) {
            to.writeString(value.toString());
          }
        });
    module.addDeserializer(
        type,
        new ValueDeserializer<T>() {
          @Override
          public T deserialize(JsonParser from, DeserializationContext context) {
            try {
              return read.apply(from.getString());
            } catch (IllegalArgumentException e) {
              return type.cast(
                  context.handleWeirdStringValue(type, from.getString(), "%s", e.getMessage()));
            }
          }
        });
  }
}
