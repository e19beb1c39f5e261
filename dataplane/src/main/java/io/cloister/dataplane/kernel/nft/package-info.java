/**
 * The words of one nf_tables table: chains, rules, sets and maps, as values that compare and print;
 * this package knows nft's language and refuses to know AWS's nouns, netlink and how a table gets
 * into the kernel.
 */
@NullMarked
package io.cloister.dataplane.kernel.nft;

import org.jspecify.annotations.NullMarked;
