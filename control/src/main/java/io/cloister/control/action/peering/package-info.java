/**
 * The actions of VPC peering; this package knows who may ask, accept, refuse and end, and in which
 * state, and refuses to know routes and groups, which only look whether a connection is active.
 */
@NullMarked
package io.cloister.control.action.peering;

import org.jspecify.annotations.NullMarked;
