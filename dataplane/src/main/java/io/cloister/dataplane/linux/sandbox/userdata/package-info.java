/**
 * UserData as cloud-init reads it on an AWS instance, turned into the files that an instance runs
 * when it boots; this package knows formats and refuses to know where and how they are run.
 */
@NullMarked
package io.cloister.dataplane.linux.sandbox.userdata;

import org.jspecify.annotations.NullMarked;
