package dev.assay.model.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the meter read of one process; nanoseconds and bytes, null where there is nothing.
 *
 * @param wallNs from just before the fork until the process was reaped
 * @param userNs CPU time in the program and in those of its descendants that somebody waited for
 * @param systemNs their CPU time in the kernel
 * @param taskClockNs CPU time of the whole tree by the kernel's task clock
 * @param cpuComplete whether user and system time miss nothing; null when nobody knows
 * @param peakBytes peak resident memory of the largest process
 * @param peakQuality how the peak became known
 * @param peakQuantumBytes by how much the true peak may be larger: the kernel's own counters are no finer
 * @param treePeakLowBytes lower bound of the tree's peak
 * @param treePeakHighBytes upper bound of the tree's peak
 * @param processes how many processes the program consisted of, itself included
 * @param minorFaults page faults without disk
 * @param majorFaults page faults with disk
 * @param voluntarySwitches times it waited
 * @param involuntarySwitches times it was made to wait
 * @param survivors how many of its descendants outlived it and were ended
 * @param counters hardware counters by name
 */
public record ProcessMeasurements(
        @Nullable Long wallNs,
        @Nullable Long userNs,
        @Nullable Long systemNs,
        @Nullable Long taskClockNs,
        @Nullable Boolean cpuComplete,
        @Nullable Long peakBytes,
        @Nullable PeakQuality peakQuality,
        @Nullable Long peakQuantumBytes,
        @Nullable Long treePeakLowBytes,
        @Nullable Long treePeakHighBytes,
        @Nullable Integer processes,
        @Nullable Long minorFaults,
        @Nullable Long majorFaults,
        @Nullable Long voluntarySwitches,
        @Nullable Long involuntarySwitches,
        @Nullable Integer survivors,
        Map<String, Counter> counters) {
    /** Not a single figure: the process was lost, or never ran. */
    public static final ProcessMeasurements NONE = new ProcessMeasurements(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, Map.of());

    public ProcessMeasurements {
        counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    }

    /** The same without any time: of a process that is asked for its memory alone. */
    public ProcessMeasurements withoutTimes() {
        return new ProcessMeasurements(
                null,
                null,
                null,
                null,
                cpuComplete,
                peakBytes,
                peakQuality,
                peakQuantumBytes,
                treePeakLowBytes,
                treePeakHighBytes,
                processes,
                minorFaults,
                majorFaults,
                voluntarySwitches,
                involuntarySwitches,
                survivors,
                counters);
    }

    /**
     * CPU time: user and system time, unless these are known to miss somebody; then the task clock. It misses nobody,
     * but some of everybody: the first half of exec and the end of each process and thread, from 0.5 % of a plain
     * program to a quarter of one that does little but make threads. So it is the second choice.
     */
    public @Nullable Long cpuNs() {
        if (Boolean.FALSE.equals(cpuComplete) && taskClockNs != null) {
            return taskClockNs;
        }
        return userNs == null || systemNs == null ? null : (Long) (userNs + systemNs);
    }
}
