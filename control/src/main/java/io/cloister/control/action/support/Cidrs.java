package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Blocks as callers write them, and the search for free ones. */
public final class Cidrs {
  private Cidrs() {}

  /**
   * The block of a text, in canonical form.
   *
   * @param member as AWS names it in messages, such as {@code cidrBlock}
   * @throws AwsException {@code InvalidParameterValue} for what isn't a block of the family
   */
  public static Prefix parse(String member, Family family, String text) {
    return Prefix.parse(text)
        .filter(p -> p.family() == family)
        .orElseThrow(() ->
            new AwsException(
                "InvalidParameterValue",
                "Value (%s) for parameter %s is invalid. This is not a valid %sCIDR block."
                    .formatted(text, member, family == Family.IPV6 ? "IPv6 " : "")));
  }

  /** The first block of a length inside a larger one that overlaps none of those taken. */
  public static Optional<Prefix> free(Prefix inside, int length, Collection<Prefix> taken) {
    if (length < inside.length()) {
      return Optional.empty();
    }
    List<Prefix> sorted = taken.stream().filter(inside::overlaps).sorted().toList();
    Prefix candidate = new Prefix(inside.address(), length);
    for (Prefix other : sorted) {
      if (!candidate.overlaps(other)) {
        if (candidate.last().compareTo(other.address()) < 0) {
          return Optional.of(candidate);
        }
        continue;
      }
      IpAddress last =
          other.last().compareTo(candidate.last()) > 0 ? other.last() : candidate.last();
      // Behind the last address of the outer block there is nothing, or the count wraps.
      if (last.compareTo(inside.last()) >= 0) {
        return Optional.empty();
      }
      candidate = new Prefix(last.plus(1), length);
    }
    return inside.contains(candidate) ? Optional.of(candidate) : Optional.empty();
  }
}
