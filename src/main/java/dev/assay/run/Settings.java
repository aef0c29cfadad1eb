package dev.assay.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What holds for every process of a run.
 *
 * @param scratch a folder for outputs and for the empty folder that programs run in
 * @param timeout how long a process may take
 * @param outputLimitBytes how much a process may write
 * @param usersEnvironment what commands of the user's own see beside the variables of their record; it may hold passwords, so it is handed
 *     on to them and written nowhere
 * @param agreeingOutputs whether trials of one workload without an expected output must print the same
 */
public record Settings(
        Path scratch,
        Duration timeout,
        long outputLimitBytes,
        Map<String, String> usersEnvironment,
        boolean agreeingOutputs) {
    /** How much a process may write when nothing else is said: 64 MiB. */
    public static final long OUTPUT_LIMIT_BYTES = 64L << 20;

    public Settings {
        usersEnvironment = Map.copyOf(usersEnvironment);
    }

    /** Without the values of the environment. */
    @Override
    public String toString() {
        return "Settings[" + scratch + ", " + timeout + ", " + outputLimitBytes + ", " + agreeingOutputs + "]";
    }
}
