package dev.assay.run;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What holds for every process of a run.
 *
 * @param scratch a folder for outputs and for the empty folder that programs run in
 * @param timeout how long a process may take
 * @param outputLimitBytes how much a process may write
 * @param agreeingOutputs whether trials of one workload without an expected output must print the same
 */
public record Settings(Path scratch, Duration timeout, long outputLimitBytes, boolean agreeingOutputs) {
    /** How much a process may write when nothing else is said: 64 MiB. */
    public static final long OUTPUT_LIMIT_BYTES = 64L << 20;
}
