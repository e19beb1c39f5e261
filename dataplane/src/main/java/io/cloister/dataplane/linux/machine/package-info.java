/**
 * This machine as a data plane: namespaces, sandboxes and the packets that were dropped, brought
 * together; this package knows where things of one server lie and refuses to know how any of them
 * works.
 */
@NullMarked
package io.cloister.dataplane.linux.machine;

import org.jspecify.annotations.NullMarked;
