/**
 * Mistakes in the design of a network; this package knows which there are, how to find them in a
 * {@link io.cloister.model.network.Network} and what to do about them, and refuses to know where
 * the network comes from and how findings are shown.
 *
 * <p>A rule speaks only where what it needs is known: an input that describes a part of a network
 * makes rules silent, not loud.
 */
@NullMarked
package io.cloister.advice.lint;

import org.jspecify.annotations.NullMarked;
