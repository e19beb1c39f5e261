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
    String where = "namespace " + step.namespace() + ": ";
    try {
      action.run();
    } catch (NetlinkException e) {
      if (step instanceof Step.Filter && e.errno() == Errno.ERESTART) {
        throw new DriftException(where + "somebody else changed the ruleset", e);
      }
      throw new KernelException(where + e.getMessage(), e);
    } catch (SystemException | UncheckedIOException e) {
      throw new KernelException(where + e.getMessage(), e);
    }
  }
}
