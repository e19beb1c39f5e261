/**
 * AWS's signatures, version 4: whom a request says it is from, and whether that is true. It refuses
 * to know what the request asks for.
 */
@NullMarked
package io.cloister.app.wire.sign;

import org.jspecify.annotations.NullMarked;
