/**
 * Benchmarks of a whole Cloister, from outside; this package knows how to ask for them and refuses
 * to know how any of them measures.
 */
@NullMarked
package io.cloister.bench;

import org.jspecify.annotations.NullMarked;
