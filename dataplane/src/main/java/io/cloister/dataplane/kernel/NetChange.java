package io.cloister.dataplane.kernel;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.MacAddress;

/** One change of a namespace's links, addresses, neighbours, routes or rules. */
public sealed interface NetChange {

  /** Switches the loopback link on. */
  record LoopbackUp() implements NetChange {}

  /**
   * Removes a link and so its peer; when it is gone already, that is well.
   *
   * @param name of the link
   * @param index of the link, counts more than the name unless 0
   */
  record DeleteLink(String name, int index) implements NetChange {}

  /**
   * Makes a veth pair, one end here and one in another namespace (or here too), both switched off.
   *
   * @param here the end in the namespace of the step
   * @param there the other end, whose peer is the first
   */
  record CreatePair(Link here, Link there) implements NetChange {}

  /**
   * Gives a link its mark, MAC and MTU, and switches it on; addresses and neighbours aside.
   *
   * @param made whether it was just made and so has its MAC and MTU
   */
  record SetLink(Link link, boolean made) implements NetChange {}

  /** Adds an address, at once in use, without a route; when it is there already, that is well. */
  record AddAddress(String link, InterfaceAddress address) implements NetChange {}

  /** Removes an address. */
  record DeleteAddress(String link, InterfaceAddress address) implements NetChange {}

  /** Sets a permanent neighbour. */
  record PutNeighbour(LinkName link, IpAddress address, MacAddress mac) implements NetChange {}

  /** Removes a permanent neighbour. */
  record DeleteNeighbour(LinkName link, IpAddress address) implements NetChange {}

  /** Sets the route for a destination, in the place of one that is there. */
  record PutRoute(Route route) implements NetChange {}

  /** Removes a route. */
  record DeleteRoute(Route route) implements NetChange {}

  /** Adds a rule. */
  record AddRule(PolicyRule rule) implements NetChange {}

  /** Removes a rule. */
  record DeleteRule(PolicyRule rule) implements NetChange {}

  /** Removes what our words can't say. */
  record DeleteForeign(Foreign foreign) implements NetChange {}
}
