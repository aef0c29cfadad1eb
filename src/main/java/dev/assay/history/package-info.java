/**
 * Runs over time: what is usual for each figure, what has moved tonight, and whether that is a regression of a program.
 *
 * <p>Pure functions of the nights that were kept. Nothing here reads a file, knows a clock, or looks at a process.
 */
@NullMarked
package dev.assay.history;

import org.jspecify.annotations.NullMarked;
