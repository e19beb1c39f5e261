package io.cloister.dataplane.plan;

import io.cloister.dataplane.kernel.nft.Value;

/**
 * The bits of packet marks and connection marks in a VPC's router.
 *
 * <p>A packet's mark says by which table it is routed, and what the gates have found out so far. A
 * connection's mark says which interfaces track it: the kernel has one entry for a flow, AWS one
 * for each interface, so a gate only trusts the bit that it set itself.
 */
final class Marks {
  /** The sender has the source address. */
  static final int OWN_SOURCE = 1;

  /** What the egress gate admits for any address is left untracked. */
  static final int UNTRACKED_OUT = 2;

  /** What the ingress gate admits for any address is left untracked. */
  static final int UNTRACKED_IN = 4;

  /** The receiver has the destination address. */
  static final int OWN_DESTINATION = 8;

  /** The table's number stands above these bits. */
  static final int TABLE_SHIFT = 4;

  /** The bits of the table's number. */
  static final int TABLE_MASK = 0xffff_fff0;

  /** The one who opened the connection tracks it. */
  static final int OPENER = 1;

  /** The one it was opened to tracks it. */
  static final int RESPONDER = 2;

  /** A middlebox that it was forwarded by tracks it: it admitted the way out. */
  static final int TRANSIT_OUT = 4;

  /** A middlebox tracks it: it admitted the way in. */
  static final int TRANSIT_IN = 8;

  /** A gate has admitted it untracked: ICMP errors about it pass. */
  static final int UNTRACKED = 16;

  private Marks() {}

  /** The mark of a packet that is routed by a table. */
  static int table(int number) {
    return number << TABLE_SHIFT;
  }

  /** A mark as a value. */
  static Value value(int bits) {
    return Value.mark(bits);
  }
}
