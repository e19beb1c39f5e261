/**
 * Instance types; this package knows what AWS says of each and refuses to know what runs on one.
 */
@NullMarked
package io.cloister.control.action.ec2.type;

import org.jspecify.annotations.NullMarked;
