package io.cloister.dataplane.linux.sandbox;

/**
 * A sandbox that was seen running.
 *
 * @param id which
 * @param pid its pid 1, as the server sees it
 * @param startTime when that process started, in clock ticks since the machine booted: pids are
 *     used again, a pid and its start time are not
 */
public record RunningSandbox(SandboxId id, int pid, long startTime) {}
