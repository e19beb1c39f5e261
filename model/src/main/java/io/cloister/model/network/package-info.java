/**
 * The whole network as one immutable value, and the changes that lead from one version to the next;
 * this package knows what is kept and refuses to know why it may change.
 */
@NullMarked
package io.cloister.model.network;

import org.jspecify.annotations.NullMarked;
