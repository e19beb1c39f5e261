package io.cloister.control.action.elb.support;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.support.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of load balancing's lists: {@code PageSize} 1 to 400, and {@code Marker}. */
public final class ElbPage {
  private static final int MOST = 400;

  private ElbPage() {}

  /**
   * Cuts a page out of a list that is sorted by its keys.
   *
   * @throws AwsException {@code ValidationError} for a size out of range or a marker that isn't
   *     ours
   */
  public static <R> Page<R> of(
      List<R> sorted, Function<R, String> key, @Nullable Integer size, @Nullable String marker) {
    if (size != null && (size < 1 || size > MOST)) {
      throw new AwsException(
          "ValidationError", "The page size must be between 1 and %d: %d".formatted(MOST, size));
    }
    try {
      return Page.of(sorted, key, size == null ? MOST : size, 1, marker);
    } catch (AwsException e) {
      throw new AwsException("ValidationError", e.text());
    }
  }
}
