/**
 * Sockets inside namespaces and packets through them; this package knows the kernel's calls for
 * that and refuses to know which network it is in.
 */
@NullMarked
package io.cloister.bench.probe;

import org.jspecify.annotations.NullMarked;
