/**
 * The nouns of EC2's networking as immutable values; this package knows what a resource is made of
 * and refuses to know who may change it, or how packets meet it.
 */
@NullMarked
package io.cloister.model.vpc;

import org.jspecify.annotations.NullMarked;
