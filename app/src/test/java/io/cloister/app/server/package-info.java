/** Tests of the whole server over HTTP, without packets; they refuse to look inside. */
@NullMarked
package io.cloister.app.server;

import org.jspecify.annotations.NullMarked;
