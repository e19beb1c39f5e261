/** Actions on listeners; this package knows their rules and refuses to know who is connected. */
@NullMarked
package io.cloister.control.action.elb.listener;

import org.jspecify.annotations.NullMarked;
