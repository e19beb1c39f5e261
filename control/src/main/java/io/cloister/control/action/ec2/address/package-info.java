/**
 * Public addresses: the pool they come from, and Elastic IP addresses; this package knows who may
 * have one and refuses to know how a gateway translates it.
 */
@NullMarked
package io.cloister.control.action.ec2.address;

import org.jspecify.annotations.NullMarked;
