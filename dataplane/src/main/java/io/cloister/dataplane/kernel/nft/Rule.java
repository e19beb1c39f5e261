package io.cloister.dataplane.kernel.nft;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One rule: its statements in order, and why it is there.
 *
 * @param statements one or more
 * @param cause kept in the kernel as the rule's comment
 */
public record Rule(List<Statement> statements, Cause cause) {

  /** Copies. */
  public Rule {
    statements = List.copyOf(statements);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a rule without statements: " + cause);
    }
  }

  /** A rule of these statements. */
  public static Rule of(String cause, Statement... statements) {
    return new Rule(List.of(statements), new Cause(cause));
  }

  /** As nft writes it. */
  @Override
  public String toString() {
    return statements.stream().map(Statement::toString).collect(Collectors.joining(" "))
        + " comment \""
        + cause
        + '"';
  }
}
