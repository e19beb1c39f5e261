package io.cloister.dataplane.kernel.nft;

/** Counts packets and bytes; starts at zero whenever its chain is replaced. */
public record Counter() implements Statement {
  @Override
  public String toString() {
    return "counter";
  }
}
