package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a longer list. The token names the last item of the page before, not a position, so
 * pages stay right when items come and go between two calls.
 *
 * @param next the token of the next page; empty on the last one
 */
public record Page<R>(List<R> items, Optional<String> next) {

  /** The token of the next page, or null on the last one, as the SDK's builders want it. */
  public @Nullable String nextToken() {
    return next.orElse(null);
  }

  /**
   * Cuts a page out of a list.
   *
   * @param sorted all items, in ascending order of their keys
   * @param key names an item; it must be unique
   * @param most the items of a page: AWS's range is {@code least}..1000; null for all
   * @param token of the page before; null for the first page
   * @throws AwsException {@code InvalidParameterValue} for a size out of range, {@code
   *     InvalidNextToken} for a token that isn't ours
   */
  public static <R> Page<R> of(
      List<R> sorted,
      Function<R, String> key,
      @Nullable Integer most,
      int least,
      @Nullable String token) {
    if (most != null && (most < least || most > 1000)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value ( %d ) for parameter maxResults is invalid. Expecting a value between %d and 1000."
              .formatted(most, least));
    }
    int from = 0;
    if (token != null) {
      String after = decode(token);
      while (from < sorted.size() && key.apply(sorted.get(from)).compareTo(after) <= 0) {
        from++;
      }
    }
    int to = most == null ? sorted.size() : Math.min(sorted.size(), from + most);
    List<R> items = List.copyOf(sorted.subList(from, to));
    return new Page<>(
        items,
        to < sorted.size() && !items.isEmpty()
            ? Optional.of(encode(key.apply(items.getLast())))
            : Optional.empty());
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("1:" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith("1:")) {
        return text.substring(2);
      }
    } catch (IllegalArgumentException e) {
      // Not Base64, so not ours: the same error as below.
    }
    throw new AwsException(
        "InvalidNextToken",
        "The token '%s' is invalid: use one that an answer gave".formatted(token));
  }
}
