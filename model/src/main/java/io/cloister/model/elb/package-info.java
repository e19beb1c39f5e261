/**
 * Load balancers, their listeners, rules and target groups, as Elastic Load Balancing's API
 * (version 2015-12-01) names them; this package knows what was asked for and refuses to know which
 * targets are healthy now.
 */
@NullMarked
package io.cloister.model.elb;

import org.jspecify.annotations.NullMarked;
