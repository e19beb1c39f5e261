/**
 * The C library's calls that the data plane needs, as Java methods; this package knows numbers of
 * Linux's ABI and refuses to know what they are used for.
 */
@NullMarked
package io.cloister.dataplane.linux.system;

import org.jspecify.annotations.NullMarked;
