package io.cloister.model.vpc;

import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.ip.Prefix;

/** The other side of a security group rule. */
public sealed interface RulePeer {

  /** Addresses. */
  record Cidr(Prefix prefix) implements RulePeer {}

  /**
   * The interfaces that carry a group: an identity, not an address.
   *
   * @param account the account that the group belongs to
   */
  record Group(SecurityGroupId id, String account) implements RulePeer {}
}
