/** Tests of plans, without a kernel. */
@NullMarked
package io.cloister.dataplane.plan;

import org.jspecify.annotations.NullMarked;
