package io.cloister.dataplane.linux;

import io.cloister.dataplane.kernel.Step;
import io.cloister.dataplane.linux.netlink.NetlinkException;
import io.cloister.dataplane.linux.system.Errno;
import io.cloister.dataplane.linux.system.SystemException;
import java.io.UncheckedIOException;

/** The kernel refused a step. Those before it are done. */
public sealed class KernelException extends RuntimeException permits DriftException {
  private static final long serialVersionUID = 1L;

  KernelException(String message, Throwable cause) {
    super(message, cause);
  }

  static void wrap(Step step, Runnable action) {
    try {
      wrap("namespace " + step.namespace() + ": ", action);
    } catch (KernelException e) {
      if (step instanceof Step.Filter
          && e.getCause() instanceof NetlinkException cause
          && cause.errno() == Errno.ERESTART) {
        throw new DriftException(e.getMessage() + ": somebody else changed the ruleset", cause);
      }
      throw e;
    }
  }

  static void wrap(String where, Runnable action) {
    try {
      action.run();
    } catch (NetlinkException | SystemException | UncheckedIOException e) {
      throw new KernelException(where + e.getMessage(), e);
    }
  }
}
