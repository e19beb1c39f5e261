package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.VpcId;
import io.cloister.model.network.Network;
import io.cloister.model.table.Table;

/**
 * The network as packets meet it. The kernel's rules, the tracer and the prover are all read from
 * this, so what is explained is what is enforced.
 *
 * @param vpcs those that have an interface
 * @param gateways those that are attached to one of these VPCs
 */
public record Pipeline(
    Table<VpcId, VpcPipeline> vpcs,
    Table<InternetGatewayId, GatewayStage> gateways,
    Internet internet) {
  /** What the empty network is compiled to. */
  public static final Pipeline EMPTY = new Pipeline(Table.empty(), Table.empty(), Internet.EMPTY);

  /** Compiles a whole network. */
  public static Pipeline compile(Network network) {
    return EMPTY.next(Network.EMPTY, network);
  }

  /**
   * Compiles the next version of a network from what this one was compiled to: the same as
   * compiling it whole, at the cost of what has changed. Whatever is equal to what it was is the
   * same object as before.
   *
   * @param before the network that this pipeline was compiled from
   */
  public Pipeline next(Network before, Network after) {
    return new Compiler(this, before, after).run();
  }
}
