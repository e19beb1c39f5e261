package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Resource;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * What every {@code Describe…} of a kind of resource is asked: ids, filters and a page.
 *
 * @param member the name of the member that holds the ids, such as {@code vpcIds}
 * @param most the items of a page, 5..1000; null for all
 * @param token of the page before; null for the first page
 */
public record Describing(
    String member,
    List<String> ids,
    List<Filter> filters,
    @Nullable Integer most,
    @Nullable String token) {
  private static final int LEAST = 5;

  /** Copies the lists. */
  public Describing {
    ids = List.copyOf(ids);
    filters = List.copyOf(filters);
  }

  /**
   * The page of the caller's resources that is asked for, in the order of their ids.
   *
   * @throws AwsException with the codes of the look-up, of filters and of pages, and {@code
   *     InvalidParameterCombination} for ids together with a page (EC2 API reference, "Pagination")
   */
  public <I extends ResourceId, R extends Resource> Page<R> page(
      Network network, Caller caller, Lookup<I, R> lookup, Table<I, R> table, Filters<R> known) {
    if (!ids.isEmpty() && most != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The parameter %s cannot be used with the parameter maxResults".formatted(member));
    }
    Predicate<R> wanted = known.condition(network, filters);
    List<R> found =
        lookup.list(table, caller, ids).stream()
            .filter(wanted)
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();
    return Page.of(found, r -> r.id().value(), most, LEAST, token);
  }
}
