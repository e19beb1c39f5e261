/**
 * Network namespaces as files in a directory of ours, and sockets in them; this package knows how a
 * thread gets into a namespace and back and refuses to know what is done there.
 */
@NullMarked
package io.cloister.dataplane.linux.netns;

import org.jspecify.annotations.NullMarked;
