/** What is wrong with a network, and nothing that does input or output. */
module io.cloister.advice {
  requires transitive io.cloister.model;
  requires static transitive org.jspecify;

  exports io.cloister.advice.lint;
}
