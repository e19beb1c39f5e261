/**
 * Actions on listeners' rules; this package knows what a rule may say and refuses to know how one
 * is matched against a request.
 */
@NullMarked
package io.cloister.control.action.elb.rule;

import org.jspecify.annotations.NullMarked;
