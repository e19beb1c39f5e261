package io.cloister.model.network;

import io.cloister.model.id.ResourceId;
import io.cloister.model.vpc.Resource;
import io.cloister.model.vpc.Scope;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step from a version of the network to the next. A change carries the whole new state of what
 * it changes, so replaying a journal needs no rules and no history.
 */
public sealed interface Change {

  /** Nothing is there any more, tokens and settings included: a server that is reset. */
  record Clear() implements Change {}

  /** A resource is there, in this state. */
  record Put(Resource resource) implements Change {}

  /** A resource is gone, and its tags with it. */
  record Remove(ResourceId id) implements Change {}

  /** A resource has exactly these tags. */
  record Tag(ResourceId id, SortedMap<String, String> tags) implements Change {
    /** Copies the tags. */
    public Tag {
      tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
  }

  /** A scope's defaults have been put; from now on they are ordinary resources. */
  record Open(Scope scope) implements Change {}

  /** A call with an idempotency token was answered. */
  record Remember(Token token, Token.Answer answer) implements Change {}

  /** A scope's quota, attribute or other setting has this value; the empty text clears it. */
  record Set(Scope scope, String setting, String value) implements Change {}

  /** Where a resource comes from: a file and line, or the call that made it. */
  record Origin(ResourceId id, String origin) implements Change {}
}
