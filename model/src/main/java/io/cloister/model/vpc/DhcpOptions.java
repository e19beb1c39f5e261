package io.cloister.model.vpc;

import io.cloister.model.id.DhcpOptionsId;
import java.util.List;

/** A set of DHCP options, in the order in which they were given. */
public record DhcpOptions(DhcpOptionsId id, Scope scope, List<Option> options) implements Resource {

  /** One option, such as {@code domain-name-servers}, and its values. */
  public record Option(String key, List<String> values) {
    /** Copies the values. */
    public Option {
      values = List.copyOf(values);
    }
  }

  /** Copies the options. */
  public DhcpOptions {
    options = List.copyOf(options);
  }
}
