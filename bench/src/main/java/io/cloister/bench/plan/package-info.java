/**
 * Micro-benchmarks of the pure part of a change, from two networks to the kernel's steps; this
 * package knows how such networks look and refuses to know the kernel.
 */
@NullMarked
package io.cloister.bench.plan;

import org.jspecify.annotations.NullMarked;
