/**
 * What the actions of load balancing share: look-ups, pages, tags and attributes; this package
 * refuses to know any action.
 */
@NullMarked
package io.cloister.control.action.elb.support;

import org.jspecify.annotations.NullMarked;
