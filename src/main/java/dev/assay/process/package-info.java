/**
 * Starting other programs: one command to its end, or a long talk with one child.
 *
 * <p>The only package that uses Apache Commons Exec. No shell is ever run, and what is killed is killed with everything it started.
 * What a program is, where it lies and what its output means stays with the callers.
 */
@NullMarked
package dev.assay.process;

import org.jspecify.annotations.NullMarked;
