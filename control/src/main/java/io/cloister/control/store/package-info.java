/**
 * The one writer: it makes changes durable, applies them and tells the subscribers; this package
 * knows the order of things and refuses to know any rule about them.
 */
@NullMarked
package io.cloister.control.store;

import org.jspecify.annotations.NullMarked;
