/**
 * Networks out of documents, whatever form they are in; this package knows how to tell the forms
 * apart and refuses to know any of them.
 */
@NullMarked
package io.cloister.control.intake;

import org.jspecify.annotations.NullMarked;
