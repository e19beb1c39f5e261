/**
 * Sorted maps and sets that never change, compared in one pass; this package knows order and
 * refuses to know what is kept in it.
 */
@NullMarked
package io.cloister.dataplane.kernel.sorted;

import org.jspecify.annotations.NullMarked;
