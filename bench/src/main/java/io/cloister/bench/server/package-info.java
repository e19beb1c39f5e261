/**
 * Servers to measure, as users start them; this package knows how to start, ask and end one and
 * refuses to know what is measured.
 */
@NullMarked
package io.cloister.bench.server;

import org.jspecify.annotations.NullMarked;
