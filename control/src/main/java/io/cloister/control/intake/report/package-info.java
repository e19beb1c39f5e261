/**
 * What came of reading somebody's documents; this package knows how to count and tell, and refuses
 * to know any one kind of document.
 */
@NullMarked
package io.cloister.control.intake.report;

import org.jspecify.annotations.NullMarked;
