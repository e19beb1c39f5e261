/**
 * The network as packets meet it: ports, gates, forwarding tables, gateways and the internet,
 * compiled from a {@link io.cloister.model.network.Network}; this package knows what each stage
 * does with a packet and why, and refuses to know how a kernel is told to do it.
 *
 * <p>A packet's way reads off the records in this order. Out of a {@link Port}: the source check
 * ({@link Port#owns}, unless the check is off), the egress rules of its {@link PolicyClass}, then,
 * unless the destination lies in the sender's own {@link SubnetStage}, the subnet's {@link
 * ForwardingTable}, whose {@link Hop} leads to a port of the VPC, to a {@link GatewayStage}, or
 * nowhere. Where the next stage isn't a port of the same subnet, the packet leaves the subnet
 * through its {@link AclStage} and enters that of the port. Into a port: the destination check, the
 * ingress rules of its class. Behind a gateway lies the {@link Internet}. Whatever decides names
 * its {@link Cause}.
 */
@NullMarked
package io.cloister.forwarding.pipeline;

import org.jspecify.annotations.NullMarked;
