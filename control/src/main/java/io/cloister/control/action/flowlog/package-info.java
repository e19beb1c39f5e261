/**
 * The actions of flow logs; this package knows what may be watched, written and where to, and
 * refuses to know the flows.
 */
@NullMarked
package io.cloister.control.action.flowlog;

import org.jspecify.annotations.NullMarked;
