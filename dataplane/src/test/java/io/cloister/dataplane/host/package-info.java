/** Tests of the loop over a kernel and sandboxes of memory alone. */
@NullMarked
package io.cloister.dataplane.host;

import org.jspecify.annotations.NullMarked;
