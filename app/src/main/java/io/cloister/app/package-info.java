/** The program: this package knows where it starts and refuses to know anything else. */
@NullMarked
package io.cloister.app;

import org.jspecify.annotations.NullMarked;
