/**
 * The actions of VPC endpoints; this package knows AWS's services and how endpoints to them may be
 * made, and refuses to know what answers behind one.
 */
@NullMarked
package io.cloister.control.action.endpoint;

import org.jspecify.annotations.NullMarked;
