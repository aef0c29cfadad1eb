package dev.assay.app;

import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunResult;
import dev.assay.store.RunFolder;
import org.jspecify.annotations.Nullable;

/**
 * A run that was measured.
 *
 * @param folder where its files are
 * @param result what was found
 * @param changes what has changed since the run that it was compared with; null when it was compared with none
 */
public record MeasuredRun(
        RunFolder folder, RunResult result, @Nullable RunComparison changes) {}
