/**
 * Networks out of what the {@code describe-…} calls of AWS answer, in the layouts that the AWS CLI
 * and common collectors write; this package knows those answers and refuses to ask for them.
 */
@NullMarked
package io.cloister.control.intake.dump;

import org.jspecify.annotations.NullMarked;
