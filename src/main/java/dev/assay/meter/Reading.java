package dev.assay.meter;

import dev.assay.model.Exit;
import dev.assay.model.PeakQuality;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the meter read of one process; nanoseconds and bytes, null where there is nothing.
 *
 * @param wallNs from just before the fork until the process was reaped
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
 * @param counters hardware counters by name
 * @param exit how it ended
 * @param survivors how many of its descendants outlived it and were ended
 * @param overheadNs the meter's own time for this sample, outside the measured one
 */
public record Reading(
        @Nullable Long wallNs,
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
        Map<String, Long> counters,
        Exit exit,
        int survivors,
        long overheadNs) {
    public Reading {
        counters = Map.copyOf(counters);
    }
}
