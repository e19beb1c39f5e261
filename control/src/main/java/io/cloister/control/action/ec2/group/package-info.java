/**
 * Security groups and their rules; this package knows how AWS reads, limits and shows them and
 * refuses to know how a packet is judged.
 */
@NullMarked
package io.cloister.control.action.ec2.group;

import org.jspecify.annotations.NullMarked;
