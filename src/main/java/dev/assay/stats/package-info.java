/**
 * The estimators, intervals, tests and checks that verdicts rest on: pure functions on arrays of numbers.
 *
 * <p>No array that is handed in is changed, nothing here knows trials or claims, and what draws at random takes a seed and nothing else. Ratios
 * enter as logarithms: the location of {@code ln a - ln b} is the logarithm of the typical ratio a / b.
 *
 * <p>A series is in the order of its blocks. What is asked of one before a verdict rests on it is a {@link dev.assay.stats.Check}; it says
 * whether there is something to see and offers the correction, and whoever gives the verdict looks whether that changes anything.
 */
@NullMarked
package dev.assay.stats;

import org.jspecify.annotations.NullMarked;
