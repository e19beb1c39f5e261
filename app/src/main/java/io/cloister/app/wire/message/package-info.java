/**
 * An HTTP request and its answer as plain values, so that the server, the in-process client and the
 * tests stand before the same door; it refuses to know any HTTP library.
 */
@NullMarked
package io.cloister.app.wire.message;

import org.jspecify.annotations.NullMarked;
