package dev.assay.model.run;

import org.jspecify.annotations.Nullable;

/**
 * The CPU time of one process, in nanoseconds; null where there is none.
 *
 * @param userNs CPU time in the program and in those of its descendants that somebody waited for
 * @param systemNs their CPU time in the kernel
 * @param taskClockNs CPU time of the whole tree by the kernel's task clock
 * @param cpuComplete whether user and system time miss nothing; null when nobody knows
 */
public record CpuTime(
        @Nullable Long userNs,
        @Nullable Long systemNs,
        @Nullable Long taskClockNs,
        @Nullable Boolean cpuComplete) {
    /** Nothing is known of it. */
    public static final CpuTime NONE = new CpuTime(null, null, null, null);

    /** Whether user and system time are known to miss somebody. */
    public boolean incomplete() {
        return Boolean.FALSE.equals(cpuComplete);
    }

    /**
     * User and system time, unless these are known to miss somebody; then the task clock. It misses nobody,
     * but some of everybody: the first half of exec and the end of each process and thread, from 0.5 % of a plain
     * program to a quarter of one that does little but make threads. So it is the second choice.
     */
    public @Nullable Long totalNs() {
        if (incomplete() && taskClockNs != null) {
            return taskClockNs;
        }
        return userNs == null || systemNs == null ? null : (Long) (userNs + systemNs);
    }
}
