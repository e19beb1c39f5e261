/**
 * AWS's API actions, each a class of its own that decides on a request and returns changes; this
 * package knows AWS's rules and codes and refuses to know HTTP, SQL and the kernel.
 */
@NullMarked
package io.cloister.control.action;

import org.jspecify.annotations.NullMarked;
