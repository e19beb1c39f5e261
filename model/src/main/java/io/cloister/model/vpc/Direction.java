package io.cloister.model.vpc;

/** A direction as seen from an interface or a subnet. */
public enum Direction {
  /** To it. */
  INGRESS,
  /** From it. */
  EGRESS;

  /** The other one. */
  public Direction opposite() {
    return this == INGRESS ? EGRESS : INGRESS;
  }
}
