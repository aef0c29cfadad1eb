/** Comparisons of trials, their margins and caveats, why measuring stopped, and means over suites. */
@NullMarked
package dev.assay.analysis.comparison;

import org.jspecify.annotations.NullMarked;
