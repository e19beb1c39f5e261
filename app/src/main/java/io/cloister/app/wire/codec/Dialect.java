package io.cloister.app.wire.codec;

/** The two XML protocols over form parameters. */
public enum Dialect {
  /**
   * EC2's own: lists are {@code X.N} in every request, whatever the list's metadata says; answers
   * have no result element; an error is one of {@code Errors}.
   */
  EC2,
  /** The query protocol (STS, ELBv2): {@code X.member.N}, a result element, one error. */
  QUERY
}
