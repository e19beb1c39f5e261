/**
 * Links, addresses, neighbours, routes and rules through rtnetlink; this package knows how our
 * words for them are said to the kernel and read back, and refuses to know which ones are wanted.
 */
@NullMarked
package io.cloister.dataplane.linux.route;

import org.jspecify.annotations.NullMarked;
