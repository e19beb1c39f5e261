/** How packets travel through the network, and nothing that does input or output. */
module io.cloister.forwarding {
  requires transitive io.cloister.model;
  requires static transitive org.jspecify;

  exports io.cloister.forwarding.pipeline;
}
