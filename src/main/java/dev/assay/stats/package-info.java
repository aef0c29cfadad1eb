/**
 * The estimators, intervals and tests that verdicts rest on: pure functions on arrays of numbers.
 *
 * <p>No array that is handed in is changed, nothing here knows trials or claims, and nothing is random. Ratios enter as logarithms: the
 * location of {@code ln a - ln b} is the logarithm of the typical ratio a / b.
 */
@NullMarked
package dev.assay.stats;

import org.jspecify.annotations.NullMarked;
