/**
 * The kernel's words for one network namespace: links, addresses, routes, rules and one nft table,
 * as they should be, as they were seen, and the steps from one to the other. This package knows how
 * Linux networking fits together and refuses to know AWS's nouns and to touch the kernel.
 */
@NullMarked
package io.cloister.dataplane.kernel;

import org.jspecify.annotations.NullMarked;
