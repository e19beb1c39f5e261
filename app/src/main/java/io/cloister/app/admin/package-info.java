/**
 * Cloister's own routes beside AWS's API: what runs, how it is doing, what was dropped, and the way
 * back to nothing. This package knows what a person at a terminal wants to see and refuses to know
 * who prints it.
 */
@NullMarked
package io.cloister.app.admin;

import org.jspecify.annotations.NullMarked;
