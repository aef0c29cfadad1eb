/** Two runs compared, and what the history keeps of a run. */
@NullMarked
package dev.assay.analysis.change;

import org.jspecify.annotations.NullMarked;
