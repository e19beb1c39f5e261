/**
 * The server as a whole: this package knows which rooms make one and in which order they start and
 * end; it refuses to know what any of them does.
 */
@NullMarked
package io.cloister.app.server;

import org.jspecify.annotations.NullMarked;
