package io.cloister.model.network;

import io.cloister.model.vpc.Scope;
import java.util.Comparator;

/** An idempotency token: it is for one action of one scope. */
public record Token(Scope scope, String action, String text) implements Comparable<Token> {
  private static final Comparator<Token> ORDER =
      Comparator.comparing(Token::scope).thenComparing(Token::action).thenComparing(Token::text);

  /**
   * What a call with a token asked and was answered.
   *
   * @param request a digest of the parameters: another one with the same token is an error
   * @param response the answer as JSON
   */
  public record Answer(String request, String response) {}

  @Override
  public int compareTo(Token other) {
    return ORDER.compare(this, other);
  }
}
