/** What a run plans and measures: trials, commands, samples, the machine, and the header that describes it. */
@NullMarked
package dev.assay.model.run;

import org.jspecify.annotations.NullMarked;
