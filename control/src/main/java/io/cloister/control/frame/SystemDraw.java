package io.cloister.control.frame;

import io.cloister.control.action.Draw;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Draws from the machine: its clock and its source of randomness. */
public final class SystemDraw implements Draw {
  private static final String DIGITS = "0123456789abcdef";
  private final SecureRandom random = new SecureRandom();

  @Override
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public String id(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append("-0");
    for (int i = 0; i < 16; i++) {
      id.append(DIGITS.charAt(random.nextInt(16)));
    }
    return id.toString();
  }

  @Override
  public long number(long bound) {
    return random.nextLong(bound);
  }
}
