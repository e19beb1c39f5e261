package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.ResourceId;
import io.cloister.model.table.Table;
import io.cloister.model.vpc.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds a kind of resource by the ids that callers write, with AWS's two errors: an id of another
 * form is {@code …Malformed}, one that isn't there (or is another account's or region's) is {@code
 * …NotFound}.
 *
 * @param noun as AWS writes it in messages, such as {@code vpc}
 * @param prefix of the ids
 * @param malformed the code for an id of another form, such as {@code InvalidVpcId.Malformed}
 * @param notFound the code for an id that isn't there, such as {@code InvalidVpcID.NotFound}
 * @param type makes the id of its text
 */
public record Lookup<I extends ResourceId, R extends Resource>(
    String noun, String prefix, String malformed, String notFound, Function<String, I> type) {

  /**
   * The id of a text.
   *
   * @throws AwsException {@code MissingParameter} for null: whoever asks in process may forget it
   */
  public I id(@Nullable String text) {
    if (text == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter %sId".formatted(noun));
    }
    if (!ResourceId.matches(prefix, text)) {
      throw new AwsException(
          malformed,
          "Invalid id: \"%s\" (expecting \"%s-...\" with 8 or 17 hexadecimal digits)"
              .formatted(text, prefix));
    }
    return type.apply(text);
  }

  /** The caller's resource with this id. */
  public R get(Table<I, R> table, Caller caller, @Nullable String text) {
    I id = id(text);
    return table
        .get(id)
        .filter(r -> r.scope().equals(caller.scope()))
        .orElseThrow(() -> missing(List.of(id.value())));
  }

  /** The caller's resources with these ids, or all of the caller's when there are no ids. */
  public List<R> list(Table<I, R> table, Caller caller, Collection<String> ids) {
    if (ids.isEmpty()) {
      return table.where(r -> r.scope().equals(caller.scope())).toList();
    }
    List<R> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String text : ids.stream().distinct().toList()) {
      table
          .get(id(text))
          .filter(r -> r.scope().equals(caller.scope()))
          .ifPresentOrElse(found::add, () -> missing.add(text));
    }
    if (!missing.isEmpty()) {
      throw missing(missing);
    }
    return found;
  }

  private AwsException missing(List<String> ids) {
    return ids.size() == 1
        ? new AwsException(
            notFound, "The %s ID '%s' does not exist".formatted(noun, ids.getFirst()))
        : new AwsException(
            notFound, "The %s IDs '%s' do not exist".formatted(noun, String.join(", ", ids)));
  }
}
