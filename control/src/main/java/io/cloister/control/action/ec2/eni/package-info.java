/**
 * Network interfaces: their addresses, groups, attachments and names; this package knows how AWS
 * makes and shows them and refuses to know what an instance runs.
 */
@NullMarked
package io.cloister.control.action.ec2.eni;

import org.jspecify.annotations.NullMarked;
