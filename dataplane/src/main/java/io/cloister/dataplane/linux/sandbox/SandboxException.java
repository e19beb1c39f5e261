package io.cloister.dataplane.linux.sandbox;

/** The machine would not start or end a sandbox; the message says which one and what refused. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SandboxException(String message) {
    super(message);
  }

  SandboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
