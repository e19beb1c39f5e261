package io.cloister.model.dns;

/** The types of records that zones may have here, by their names in the domain name system. */
public enum RecordType {
  /** An IPv4 address. */
  A,
  /** An IPv6 address. */
  AAAA,
  /** Another name. */
  CNAME,
  /** Texts. */
  TXT,
  /** A host and port of a service. */
  SRV,
  /** A mail exchanger. */
  MX,
  /** A name, for an address written as a name. */
  PTR,
  /** A name server. */
  NS,
  /** The start of authority, once in each zone. */
  SOA,
  /** Who may certify. */
  CAA
}
