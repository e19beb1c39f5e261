package io.cloister.forwarding.pipeline;

import io.cloister.model.ip.Prefix;
import io.cloister.model.vpc.TrafficMatch;

/**
 * A rule of an ACL, as far as one direction and one family are concerned.
 *
 * @param match which packets, but for the far side's address
 * @param peer addresses of the far side: sources of what enters the subnet, destinations of what
 *     leaves it
 */
public record AclEntry(Cause.OfAclEntry cause, boolean allow, TrafficMatch match, Prefix peer) {}
