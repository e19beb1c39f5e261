package io.cloister.app.admin;

import java.time.Instant;

/**
 * What stays the same while a server runs.
 *
 * @param endpoint where its API is
 * @param state the folder of its state; empty when it is forgotten at the end
 * @param packets whether it carries any
 * @param timeScale how many times faster AWS's timers run
 * @param pid its process id
 * @param started when, ISO 8601
 */
public record ServerFacts(
    String endpoint, String state, boolean packets, int timeScale, long pid, String started) {
  /** Of a server of this process that starts now. */
  public static ServerFacts now(String endpoint, String state, boolean packets, int timeScale) {
    return new ServerFacts(
        endpoint,
        state,
        packets,
        timeScale,
        ProcessHandle.current().pid(),
        Instant.now().toString());
  }
}
