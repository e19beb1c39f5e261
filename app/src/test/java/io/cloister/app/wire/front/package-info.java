/** Tests of this part of the wire. */
@NullMarked
package io.cloister.app.wire.front;

import org.jspecify.annotations.NullMarked;
