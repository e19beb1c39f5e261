/**
 * How soon a rule is enforced; this package knows how to ask for a rule and to see the first packet
 * that it lets through, and refuses to know how that comes about.
 */
@NullMarked
package io.cloister.bench.authorize;

import org.jspecify.annotations.NullMarked;
