/**
 * A persistent sorted map; this package knows how versions share structure and refuses to know what
 * is kept in them.
 */
@NullMarked
package io.cloister.model.table;

import org.jspecify.annotations.NullMarked;
