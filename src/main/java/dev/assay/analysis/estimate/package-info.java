/** Estimates from series: ratios and typical values with intervals and the checks of their series; what an interval says. */
@NullMarked
package dev.assay.analysis.estimate;

import org.jspecify.annotations.NullMarked;
