/**
 * What many actions share: look-ups with AWS's codes, filters, pages, tags; this package knows
 * AWS's conventions and refuses to know any one action.
 */
@NullMarked
package io.cloister.control.action.support;

import org.jspecify.annotations.NullMarked;
