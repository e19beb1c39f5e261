package io.cloister.dataplane.kernel;

import java.util.Comparator;

/**
 * One end of a veth pair: where it is and what it is called there.
 *
 * @param namespace where
 * @param link its name there
 */
public record LinkEnd(NamespaceName namespace, LinkName link) implements Comparable<LinkEnd> {
  private static final Comparator<LinkEnd> ORDER =
      Comparator.comparing(LinkEnd::namespace).thenComparing(LinkEnd::link);

  /** An end by its names. */
  public static LinkEnd of(String namespace, String link) {
    return new LinkEnd(new NamespaceName(namespace), new LinkName(link));
  }

  @Override
  public int compareTo(LinkEnd other) {
    return ORDER.compare(this, other);
  }

  /** {@code namespace/link}. */
  @Override
  public String toString() {
    return namespace + "/" + link;
  }
}
