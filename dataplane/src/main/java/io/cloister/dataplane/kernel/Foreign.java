package io.cloister.dataplane.kernel;

/**
 * A thing found in a namespace of ours that our words can't say, such as a route of another kind.
 * It is known only well enough to be removed.
 *
 * @param kind what it is
 * @param message the kernel's own description of it, in hexadecimal
 */
public record Foreign(Kind kind, String message) {
  /** What it is. */
  public enum Kind {
    /** An address of a link. */
    ADDRESS,
    /** A permanent neighbour entry. */
    NEIGHBOUR,
    /** A route. */
    ROUTE,
    /** A policy rule. */
    RULE
  }
}
