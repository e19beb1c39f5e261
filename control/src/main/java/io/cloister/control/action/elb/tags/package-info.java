/**
 * Actions on tags of load balancing's resources, and the account's limits; this package knows every
 * kind of ARN and refuses to know what the resources do.
 */
@NullMarked
package io.cloister.control.action.elb.tags;

import org.jspecify.annotations.NullMarked;
