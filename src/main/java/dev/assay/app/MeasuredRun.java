package dev.assay.app;

import dev.assay.model.RunComparison;
import dev.assay.model.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * What came of a measurement.
 *
 * @param result the run
 * @param changes what has changed since the run that it was compared with; null when it was compared with none
 */
public record MeasuredRun(RunResult result, @Nullable RunComparison changes) {}
