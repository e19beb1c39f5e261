package io.cloister.app.wire.message;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to be sent. Not a record: the body is an array. */
public final class WireResponse {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private WireResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer with its body, of which the caller gives up ownership. */
  public static WireResponse of(int status, String contentType, byte[] body) {
    return new WireResponse(status, Map.of("Content-Type", contentType), body);
  }

  /** The same answer with one more header. */
  public WireResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WireResponse(status, more, body);
  }

  public int status() {
    return status;
  }

  /** The headers, the content type among them. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body itself, not a copy. */
  public byte[] body() {
    return body;
  }
}
