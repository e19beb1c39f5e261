/**
 * The ids of resources, a type for each kind; this package knows how AWS writes them and refuses to
 * know what they name.
 */
@NullMarked
package io.cloister.model.id;

import org.jspecify.annotations.NullMarked;
