/** Tests of commands as a shell sees them; they refuse to look inside. */
@NullMarked
package io.cloister.app.cli;

import org.jspecify.annotations.NullMarked;
