/**
 * Instances from launch to the end; this package knows AWS's states and what leads from one to the
 * next and refuses to know what an instance's sandbox is made of.
 */
@NullMarked
package io.cloister.control.action.ec2.instance;

import org.jspecify.annotations.NullMarked;
