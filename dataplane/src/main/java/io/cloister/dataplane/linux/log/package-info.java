/**
 * The packets that rules log: this package knows NFLOG's messages and how one thread listens in
 * many namespaces, and refuses to know what a prefix means.
 */
@NullMarked
package io.cloister.dataplane.linux.log;

import org.jspecify.annotations.NullMarked;
