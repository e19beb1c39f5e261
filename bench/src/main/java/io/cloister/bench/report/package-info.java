/**
 * Numbers and how they are told: medians, spreads, targets; this package knows what makes a number
 * conclusive and refuses to know what was measured.
 */
@NullMarked
package io.cloister.bench.report;

import org.jspecify.annotations.NullMarked;
