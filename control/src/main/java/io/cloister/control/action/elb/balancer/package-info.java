/**
 * Actions on load balancers; this package knows their rules and refuses to know how requests are
 * proxied.
 */
@NullMarked
package io.cloister.control.action.elb.balancer;

import org.jspecify.annotations.NullMarked;
