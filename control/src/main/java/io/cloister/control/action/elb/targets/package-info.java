/**
 * Actions on target groups and targets; this package knows what may be a target and refuses to know
 * how health is checked.
 */
@NullMarked
package io.cloister.control.action.elb.targets;

import org.jspecify.annotations.NullMarked;
