/**
 * The door to whatever carries packets; this package knows what is asked of a data plane and
 * refuses to know how one does it.
 */
@NullMarked
package io.cloister.dataplane;

import org.jspecify.annotations.NullMarked;
