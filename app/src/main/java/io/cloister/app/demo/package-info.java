/**
 * The demo: a network of three tiers, built as any user of AWS's API would build it, and real
 * requests between its hosts. This package knows what should get through and refuses to know how a
 * terminal shows it.
 */
@NullMarked
package io.cloister.app.demo;

import org.jspecify.annotations.NullMarked;
