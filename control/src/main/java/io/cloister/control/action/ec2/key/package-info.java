/**
 * Key pairs; this package knows how AWS makes, reads and fingerprints them and refuses to know who
 * logs in with one.
 */
@NullMarked
package io.cloister.control.action.ec2.key;

import org.jspecify.annotations.NullMarked;
