/**
 * The driver: observes the namespaces of ours and takes steps in them. This package and those below
 * are the only ones that touch the kernel; they refuse to know what is wanted.
 */
@NullMarked
package io.cloister.dataplane.linux;

import org.jspecify.annotations.NullMarked;
