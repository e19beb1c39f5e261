/**
 * What a compiled network wants of the kernel; this package knows how the pipeline is said in
 * namespaces, routes and rules, and refuses to know what is there already and how it is changed.
 */
@NullMarked
package io.cloister.dataplane.plan;

import org.jspecify.annotations.NullMarked;
