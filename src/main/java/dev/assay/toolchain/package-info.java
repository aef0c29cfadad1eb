/**
 * Finds the compilers and interpreters of this machine, looks behind their shims, and builds the meter and the programs.
 *
 * <p>Nothing here knows what is measured or how. What is asked of a tool is asked, and what is built is built, in a clean environment, so
 * that a variable of the user's cannot change a measured program unseen.
 */
@NullMarked
package dev.assay.toolchain;

import org.jspecify.annotations.NullMarked;
