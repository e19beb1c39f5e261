package io.cloister.dataplane.linux.sandbox;

import java.util.OptionalInt;

/**
 * A sandbox ended without having been told to from outside: somebody inside shut it down, or the
 * machine killed it.
 *
 * @param id which
 * @param code the exit code of its first program, 128 and the signal's number if a signal ended it;
 *     empty if nobody was left to see it
 */
public record SandboxExit(SandboxId id, OptionalInt code) {}
