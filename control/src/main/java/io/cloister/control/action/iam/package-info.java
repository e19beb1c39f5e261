/**
 * IAM, as far as instances need it: roles and instance profiles; this package knows their names,
 * rules and codes, and refuses to know what a policy allows, since nothing here is denied for one.
 */
@NullMarked
package io.cloister.control.action.iam;

import org.jspecify.annotations.NullMarked;
