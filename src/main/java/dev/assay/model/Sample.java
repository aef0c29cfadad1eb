package dev.assay.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One process. Times are nanoseconds, memory is bytes; what is absent is null.
 *
 * @param trial what was run
 * @param mode what the sample is for
 * @param block its block, from 0, warm-ups included
 * @param position its place in the block, from 0
 * @param warmup whether it is left out of the statistics
 * @param wallNs from just before the fork until the process was reaped
 * @param kernelNs the program's own time around its work
 * @param userNs CPU time in the program
 * @param systemNs CPU time in the kernel
 * @param peakBytes peak resident memory of the largest process
 * @param peakQuality how the peak became known
 * @param treePeakLowBytes lower bound of the tree's peak
 * @param treePeakHighBytes upper bound of the tree's peak
 * @param minorFaults page faults without disk
 * @param majorFaults page faults with disk
 * @param voluntarySwitches times it waited
 * @param involuntarySwitches times it was made to wait
 * @param survivors how many of its descendants outlived it and were ended
 * @param counters hardware counters by name
 * @param exit how it ended; null when the meter was lost
 * @param outputOk whether its output was the expected one; null when not checked
 * @param problem what went wrong, for a reader; null when nothing did
 * @param environmentPadding bytes that the environment was made longer by
 * @param hashSeed {@code PYTHONHASHSEED}
 * @param ownCpuShare CPU time of the harness while the process ran, as a share of its wall time
 */
public record Sample(
        TrialId trial,
        Mode mode,
        int block,
        int position,
        boolean warmup,
        @Nullable Long wallNs,
        @Nullable Long kernelNs,
        @Nullable Long userNs,
        @Nullable Long systemNs,
        @Nullable Long peakBytes,
        @Nullable PeakQuality peakQuality,
        @Nullable Long treePeakLowBytes,
        @Nullable Long treePeakHighBytes,
        @Nullable Long minorFaults,
        @Nullable Long majorFaults,
        @Nullable Long voluntarySwitches,
        @Nullable Long involuntarySwitches,
        @Nullable Integer survivors,
        Map<String, Long> counters,
        @Nullable Exit exit,
        @Nullable Boolean outputOk,
        @Nullable String problem,
        int environmentPadding,
        long hashSeed,
        @Nullable Double ownCpuShare) {

    public Sample {
        counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    }

    /** Whether the sample counts as evidence that the program works. */
    public boolean ok() {
        return problem == null;
    }

    /** Whether the meter died while it held this process: the sample says nothing about the program. */
    public boolean lost() {
        return exit == null;
    }

    /** The figure of this process for a metric that a single process has; null when it is absent. */
    public @Nullable Double value(Metric metric) {
        return switch (metric) {
            case WALL -> asDouble(wallNs);
            case KERNEL -> asDouble(kernelNs);
            case CPU -> userNs == null || systemNs == null ? null : (double) (userNs + systemNs);
            case PEAK -> asDouble(peakBytes);
            case TREE_PEAK -> asDouble(treePeakHighBytes);
            case PARALLELISM ->
                userNs == null || systemNs == null || wallNs == null || wallNs == 0
                        ? null
                        : (userNs + systemNs) / (double) wallNs;
            case SPEEDUP, EFFICIENCY, BINARY_BYTES, SOURCE_BYTES, RATE -> null;
        };
    }

    private static @Nullable Double asDouble(@Nullable Long value) {
        return value == null ? null : value.doubleValue();
    }
}
