package dev.assay.model.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the meter read of one process; null where there is nothing.
 *
 * @param wallNs nanoseconds from just before the fork until the process was reaped
 * @param cpu its CPU time
 * @param memory its memory
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
        CpuTime cpu,
        MemoryUsage memory,
        @Nullable Integer processes,
        @Nullable Long minorFaults,
        @Nullable Long majorFaults,
        @Nullable Long voluntarySwitches,
        @Nullable Long involuntarySwitches,
        @Nullable Integer survivors,
        Map<String, Counter> counters) {
    /** Not a single figure: the process was lost, or never ran. */
    public static final ProcessMeasurements NONE =
            new ProcessMeasurements(null, CpuTime.NONE, MemoryUsage.NONE, null, null, null, null, null, null, Map.of());

    public ProcessMeasurements {
        // most have none, and a journal may have a million of them
        counters = counters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(counters));
    }

    /** The same of a client and its server, whose figures together are neither's: only how long both took. */
    public ProcessMeasurements wallAlone() {
        return new ProcessMeasurements(
                wallNs, CpuTime.NONE, MemoryUsage.NONE, null, null, null, null, null, survivors, Map.of());
    }

    /** The same without any time: of a process that is asked for its memory alone. */
    public ProcessMeasurements withoutTimes() {
        return new ProcessMeasurements(
                null,
                new CpuTime(null, null, null, cpu.cpuComplete()),
                memory,
                processes,
                minorFaults,
                majorFaults,
                voluntarySwitches,
                involuntarySwitches,
                survivors,
                counters);
    }
}
