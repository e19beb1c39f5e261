/**
 * Addresses, prefixes, ports and protocols, for IPv4 and IPv6 alike; this package knows numbers and
 * their notations and refuses to know what they are used for.
 */
@NullMarked
package io.cloister.model.ip;

import org.jspecify.annotations.NullMarked;
