/** Tests of the demo's judgement; they refuse to need a kernel. */
@NullMarked
package io.cloister.app.demo;

import org.jspecify.annotations.NullMarked;
