package dev.assay.cli;

import dev.assay.model.RunComparison;
import dev.assay.model.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * What came of a measurement.
 *
 * @param result the run
 * @param changes what has changed since the run that it was compared with; null when it was compared with none
 */
record MeasuredRun(RunResult result, @Nullable RunComparison changes) {}
