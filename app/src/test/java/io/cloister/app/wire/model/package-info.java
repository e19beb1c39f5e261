/** Tests of this part of the wire. */
@NullMarked
package io.cloister.app.wire.model;

import org.jspecify.annotations.NullMarked;
