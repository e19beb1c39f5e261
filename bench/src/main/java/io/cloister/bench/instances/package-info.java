/**
 * How many instances a machine carries and how soon; this package knows when all of them run and
 * refuses to know what they do.
 */
@NullMarked
package io.cloister.bench.instances;

import org.jspecify.annotations.NullMarked;
