package io.cloister.control.action;

import java.time.Instant;

/**
 * What a decision needs and can't compute: time, fresh ids, chance. Whatever it gives ends up in
 * the changes, so a decision can be replayed.
 */
public interface Draw {
  /** The time, in milliseconds' precision. */
  Instant now();

  /** A fresh id: the prefix, a dash and 17 hexadecimal digits. */
  String id(String prefix);

  /** A number in 0..{@code bound}-1. */
  long number(long bound);
}
