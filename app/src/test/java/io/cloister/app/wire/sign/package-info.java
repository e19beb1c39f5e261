/** Tests of this part of the wire. */
@NullMarked
package io.cloister.app.wire.sign;

import org.jspecify.annotations.NullMarked;
