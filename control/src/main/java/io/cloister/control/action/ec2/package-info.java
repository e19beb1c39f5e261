/**
 * EC2's actions that aren't about the VPC itself, gathered; this package knows which there are and
 * refuses to know what they do.
 */
@NullMarked
package io.cloister.control.action.ec2;

import org.jspecify.annotations.NullMarked;
