package io.cloister.app.wire.model;

import java.util.Optional;

/**
 * An operation of a service, built by Cloister or not.
 *
 * @param name such as {@code DescribeVpcs}
 * @param input the name of the constraint of its request; empty for none
 * @param output whether its answer has members of its own
 * @param pagination how its answers are cut into pages, if they are
 */
public record Operation(
    String name, String input, boolean output, Optional<Pagination> pagination) {
  /**
   * The members that carry the pages.
   *
   * @param inputToken the request's member that asks for the next page
   * @param outputToken the answer's member that offers it
   * @param limit the request's member that bounds a page; empty if there is none
   */
  public record Pagination(String inputToken, String outputToken, String limit) {}
}
