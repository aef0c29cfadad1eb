/** What the analysis of a run finds: estimates, comparisons, noise, verdicts. */
@NullMarked
package dev.assay.model.result;

import org.jspecify.annotations.NullMarked;
