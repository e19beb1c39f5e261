/**
 * The frame around every action: members it doesn't honour, dry runs, idempotency tokens, defaults
 * of a region, and the wait for the kernel; this package knows what all actions have in common and
 * refuses to know any of them.
 */
@NullMarked
package io.cloister.control.frame;

import org.jspecify.annotations.NullMarked;
