/**
 * The actions of transit gateways with attachments of VPCs of their own account; this package knows
 * their tables, associations and propagations, and refuses to know packets.
 */
@NullMarked
package io.cloister.control.action.transit;

import org.jspecify.annotations.NullMarked;
