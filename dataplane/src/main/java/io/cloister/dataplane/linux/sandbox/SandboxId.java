package io.cloister.dataplane.linux.sandbox;

import java.util.regex.Pattern;

/**
 * The name of a sandbox, an instance's id or the name of a host of the simulated internet; it is
 * part of file names.
 *
 * @param value 1 to 63 letters, digits, colons and hyphens, the first of them no hyphen or colon
 */
public record SandboxId(String value) implements Comparable<SandboxId> {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9:-]{0,62}");

  public SandboxId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a sandbox: " + value);
    }
  }

  @Override
  public int compareTo(SandboxId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
