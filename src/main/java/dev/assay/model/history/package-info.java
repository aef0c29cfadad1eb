/** What the history keeps of a run. */
@NullMarked
package dev.assay.model.history;

import org.jspecify.annotations.NullMarked;
