/**
 * From a recording to its result: the status and typical figures of trials, comparisons, noise, suites' means, and the claims' verdicts.
 *
 * <p>Everything here is a pure function of the recording and the claims: no clock, no file, no randomness, so a journal that is analyzed
 * again gives the same result. Ratios are worked with as logarithms and become ratios only at the very end; swapping baseline and
 * contender negates every logarithm exactly.
 */
@NullMarked
package dev.assay.analysis;

import org.jspecify.annotations.NullMarked;
