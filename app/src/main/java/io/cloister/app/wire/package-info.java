/**
 * AWS's wire: the server on its socket and the same API in process; it refuses to know what an
 * action does, and leaves protocols to {@code codec}, signatures to {@code sign} and the choice of
 * the service to {@code front}.
 */
@NullMarked
package io.cloister.app.wire;

import org.jspecify.annotations.NullMarked;
