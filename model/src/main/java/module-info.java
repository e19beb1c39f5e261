/** The nouns of the network, and nothing that does input or output. */
module io.cloister.model {
  requires static transitive org.jspecify;

  exports io.cloister.model.elb;
  exports io.cloister.model.dns;
  exports io.cloister.model.id;
  exports io.cloister.model.ip;
  exports io.cloister.model.network;
  exports io.cloister.model.table;
  exports io.cloister.model.vpc;
}
