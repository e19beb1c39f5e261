/**
 * The loop that keeps a machine in step with the newest network: plan, compare, apply, and start
 * and end what runs; this package knows the order of things and refuses to know how the kernel is
 * spoken to.
 */
@NullMarked
package io.cloister.dataplane.host;

import org.jspecify.annotations.NullMarked;
