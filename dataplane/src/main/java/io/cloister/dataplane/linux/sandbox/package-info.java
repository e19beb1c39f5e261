/**
 * What runs in a network namespace as a machine of its own: starting, adopting, stopping and
 * entering sandboxes; this package knows processes, mounts, id maps and control groups, and refuses
 * to know VPCs, addresses' meaning and who asked.
 */
@NullMarked
package io.cloister.dataplane.linux.sandbox;

import org.jspecify.annotations.NullMarked;
