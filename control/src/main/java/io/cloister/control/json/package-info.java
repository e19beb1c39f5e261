/**
 * Changes and the SDK's objects as JSON; this package knows their shapes and refuses to know their
 * meaning.
 */
@NullMarked
package io.cloister.control.json;

import org.jspecify.annotations.NullMarked;
