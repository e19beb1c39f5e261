/**
 * The command line: one class per command. This package knows options, exit codes and terminals,
 * and refuses to know what a network is.
 *
 * <p>Exit codes are for scripts: 0 all is well, 1 the answer is no, 2 the command was used wrongly,
 * 3 this machine or server can't do it.
 */
@NullMarked
package io.cloister.app.cli;

import org.jspecify.annotations.NullMarked;
