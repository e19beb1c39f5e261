/**
 * Small sorted maps and sets that never change; this package knows when a copy is none and refuses
 * to know what is kept in it.
 */
@NullMarked
package io.cloister.dataplane.kernel.sorted;

import org.jspecify.annotations.NullMarked;
