package io.cloister.forwarding.pipeline;

import io.cloister.model.id.RouteTableId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.table.Table;

/**
 * A route table as packets meet it: the longest matching destination decides, also when it is more
 * specific than a local one, and also when it is a blackhole. Both families have an entry for every
 * address, so that every packet finds one.
 */
public record ForwardingTable(RouteTableId id, Table<Prefix, Entry> entries) {

  /** One destination. */
  public record Entry(Prefix destination, Hop hop, Cause.OfRoute cause) {}

  /** Refuses a table that has no answer for some address. */
  public ForwardingTable {
    if (!entries.has(Prefix.ALL_IPV4) || !entries.has(Prefix.ALL_IPV6)) {
      throw new IllegalArgumentException("a table without a last resort: " + id);
    }
  }

  /** The entry that decides for an address. */
  public Entry lookup(IpAddress destination) {
    for (int length = destination.family().bits(); length > 0; length--) {
      var entry = entries.get(new Prefix(destination, length));
      if (entry.isPresent()) {
        return entry.get();
      }
    }
    return entries.require(destination.family().everything());
  }
}
