/**
 * What really becomes of packets, and of calls that make no sense, in a server that runs as users
 * run it: this package knows the API and the instances' sockets and refuses to know how the kernel
 * was told.
 */
@NullMarked
package io.cloister.matrix;

import org.jspecify.annotations.NullMarked;
