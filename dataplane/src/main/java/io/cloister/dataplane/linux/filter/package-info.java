/**
 * The table {@code inet cloister} through nfnetlink; this package knows how nft's words become the
 * kernel's small programs and are read back, and refuses to know what they are meant to filter.
 */
@NullMarked
package io.cloister.dataplane.linux.filter;

import org.jspecify.annotations.NullMarked;
