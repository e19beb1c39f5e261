/**
 * The connections that the kernel tracks in a namespace: listed, and forgotten. This package knows
 * ctnetlink and refuses to know why a connection should end.
 */
@NullMarked
package io.cloister.dataplane.linux.flow;

import org.jspecify.annotations.NullMarked;
