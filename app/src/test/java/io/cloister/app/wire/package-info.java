/** Tests of the wire; they know the SDK's client as the judge and refuse to parse XML by hand. */
@NullMarked
package io.cloister.app.wire;

import org.jspecify.annotations.NullMarked;
