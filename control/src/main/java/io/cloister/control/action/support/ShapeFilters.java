package io.cloister.control.action.support;

import io.cloister.control.json.Pojos;
import io.cloister.model.id.ResourceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Filters that read their values out of the answer itself. Most of EC2's filters are paths into the
 * answer's shape with dashes for capitals, so {@code private-dns-name-options.hostname-type} is the
 * member {@code PrivateDnsNameOptions.HostnameType}; where AWS chose another word, the path is
 * written after an equals sign. So a filter can't say something else than the answer does.
 */
public final class ShapeFilters {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ShapeFilters() {}

  /**
   * Filters on a shape of the SDK's.
   *
   * @param id the id that the shape's tags hang on
   * @param names of filters: {@code vpc-id}, or {@code tenancy=Placement.Tenancy}
   */
  public static <S extends SdkPojo> Filters<S> of(Function<S, ResourceId> id, String... names) {
    Filters<S> filters = Filters.of(id);
    for (String name : names) {
      int equals = name.indexOf('=');
      String filter = equals < 0 ? name : name.substring(0, equals);
      String[] path = (equals < 0 ? member(name) : name.substring(equals + 1)).split("\\.", -1);
      filters = filters.with(filter, shape -> values(shape, path, 0));
    }
    return filters;
  }

  private static String member(String filter) {
    return Stream.of(filter.split("\\.", -1))
        .map(segment ->
            Stream.of(segment.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining()))
        .collect(Collectors.joining("."));
  }

  private static Stream<String> values(Object value, String[] path, int at) {
    return switch (value) {
      case Collection<?> items -> items.stream().flatMap(item -> values(item, path, at));
      case SdkPojo pojo when at < path.length -> {
        for (SdkField<?> field : pojo.sdkFields()) {
          if (field.memberName().equals(path[at])) {
            Object member = Pojos.member(field, pojo);
            yield member == null ? Stream.empty() : values(member, path, at + 1);
          }
        }
        throw new IllegalStateException(
            "%s has no member %s".formatted(pojo.getClass().getSimpleName(), path[at]));
      }
      case Instant time -> Stream.of(TIME.format(time));
      default -> Stream.of(value.toString());
    };
  }
}
