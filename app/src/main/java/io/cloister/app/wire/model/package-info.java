/**
 * What AWS's published service model says beyond the SDK's own classes: which operations and
 * services there are, what a request must carry and within which bounds. It refuses to know HTTP,
 * XML and what any operation does.
 */
@NullMarked
package io.cloister.app.wire.model;

import org.jspecify.annotations.NullMarked;
