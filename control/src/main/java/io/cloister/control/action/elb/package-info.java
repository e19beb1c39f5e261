/**
 * Elastic Load Balancing's actions (API version 2015-12-01); this package knows which there are and
 * refuses to know how a balancer carries a request.
 */
@NullMarked
package io.cloister.control.action.elb;

import org.jspecify.annotations.NullMarked;
