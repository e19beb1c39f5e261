package io.cloister.app.wire.message;

/**
 * A request as it came in. Not a record: the body is an array, which nobody may compare by value.
 */
public final class WireRequest {
  private final String method;
  private final String path;
  private final String query;
  private final Headers headers;
  private final byte[] body;
  private final boolean cut;

  /**
   * A request.
   *
   * @param method in capitals
   * @param path the raw path, still percent-encoded, without the query
   * @param query the raw query without its question mark; empty if there is none
   * @param headers all headers
   * @param body what was read of the body; not copied, so not to be changed any more
   * @param cut whether the body was longer than what is read
   */
  public WireRequest(
      String method, String path, String query, Headers headers, byte[] body, boolean cut) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.cut = cut;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  public String query() {
    return query;
  }

  public Headers headers() {
    return headers;
  }

  /** The body itself, not a copy. */
  public byte[] body() {
    return body;
  }

  /** Whether there was more of the body than {@link #body()} holds. */
  public boolean cut() {
    return cut;
  }
}
