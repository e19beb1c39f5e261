package io.cloister.app.wire;

import java.util.Optional;

/**
 * Cloister's own routes, beside AWS's API: everything under {@code /_cloister/}. They are behind
 * the same guard against foreign web pages, and only for callers on this machine.
 */
@FunctionalInterface
public interface Admin {
  /** What every route of ours begins with. */
  String PREFIX = "/_cloister/";

  /** No routes at all. */
  static Admin none() {
    return call -> Optional.empty();
  }

  /**
   * Answers a call; empty if there is no such route, which is then a 404. An {@code AwsException}
   * is given to the caller as JSON.
   */
  Optional<Reply> answer(Call call);

  /**
   * A call of one of our routes.
   *
   * @param method such as {@code GET}
   * @param path what follows {@link #PREFIX}, such as {@code status}
   * @param query the raw query, without its question mark
   * @param body the body as text
   */
  record Call(String method, String path, String query, String body) {}

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param json the body, JSON
   */
  record Reply(int status, String json) {}
}
