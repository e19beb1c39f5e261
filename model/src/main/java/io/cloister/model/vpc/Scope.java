package io.cloister.model.vpc;

import java.util.Comparator;

/**
 * Where a resource belongs: an account of a partition, in one region. Nobody sees across scopes.
 *
 * @param account twelve digits
 * @param partition such as {@code aws} or {@code aws-cn}
 * @param region such as {@code us-east-1}
 */
public record Scope(String account, String partition, String region) implements Comparable<Scope> {
  private static final Comparator<Scope> ORDER =
      Comparator.comparing(Scope::account)
          .thenComparing(Scope::partition)
          .thenComparing(Scope::region);

  @Override
  public int compareTo(Scope other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return partition + ":" + region + ":" + account;
  }
}
