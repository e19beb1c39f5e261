package io.cloister.dataplane.linux.sandbox.userdata;

import java.nio.charset.StandardCharsets;

/**
 * A part of user data.
 *
 * @param type its media type in lower case, empty if it names none
 * @param header its whole Content-Type, with parameters
 * @param latin its decoded content, a character per byte
 */
record Part(String type, String header, String latin) {
  static Part of(String type, String header, byte[] content) {
    return new Part(type, header, new String(content, StandardCharsets.ISO_8859_1));
  }

  byte[] content() {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }
}
