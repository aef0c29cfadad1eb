/** Rules evaluated on a run: from conditions to the verdict of each claim and its explanation. */
@NullMarked
package dev.assay.analysis.claim;

import org.jspecify.annotations.NullMarked;
