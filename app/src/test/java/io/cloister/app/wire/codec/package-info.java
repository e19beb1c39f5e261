/** Tests of this part of the wire. */
@NullMarked
package io.cloister.app.wire.codec;

import org.jspecify.annotations.NullMarked;
