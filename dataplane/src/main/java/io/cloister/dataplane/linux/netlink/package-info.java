/**
 * Netlink's messages, attributes and sockets; this package knows how they are laid out and answered
 * and refuses to know what they say.
 */
@NullMarked
package io.cloister.dataplane.linux.netlink;

import org.jspecify.annotations.NullMarked;
