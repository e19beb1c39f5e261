/**
 * The door: which service a request is for, who calls, where, and whether he may; every answer, an
 * error too, in the protocol that the caller speaks. It refuses to know sockets, and what any
 * operation does.
 */
@NullMarked
package io.cloister.app.wire.front;

import org.jspecify.annotations.NullMarked;
