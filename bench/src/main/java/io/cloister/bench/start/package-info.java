/**
 * How long a server takes to be ready; this package knows the ways to start one and refuses to know
 * what it does then.
 */
@NullMarked
package io.cloister.bench.start;

import org.jspecify.annotations.NullMarked;
