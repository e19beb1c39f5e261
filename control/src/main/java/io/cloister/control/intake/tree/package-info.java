/**
 * Documents as trees whose every node knows where it is written; this package knows JSON and YAML
 * and refuses to know what documents mean.
 */
@NullMarked
package io.cloister.control.intake.tree;

import org.jspecify.annotations.NullMarked;
