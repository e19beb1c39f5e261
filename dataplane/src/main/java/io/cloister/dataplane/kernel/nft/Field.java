package io.cloister.dataplane.kernel.nft;

/** Something of a packet, or of its connection, that a rule can look at. */
public sealed interface Field permits Meta, Ct, Payload {

  /** The name in nft's language. */
  String nft();

  /** The datatype of what is found. */
  Type type();
}
