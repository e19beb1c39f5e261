package io.cloister.control.action.ec2.instance;

import io.cloister.model.id.InstanceId;

/** What instances have written to their consoles: it isn't part of the network. */
@FunctionalInterface
public interface Consoles {
  /** Where nobody runs any instance. */
  Consoles NONE = _ -> new byte[0];

  /** The last of an instance's output, at most 64 KiB; empty for an unknown one. */
  byte[] of(InstanceId instance);
}
