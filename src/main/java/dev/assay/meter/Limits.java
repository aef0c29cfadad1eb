package dev.assay.meter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a process, with all that it starts, must keep to; past any of them it is ended.
 *
 * @param timeout how long it may run
 * @param grace how long it has between being asked to end and being killed
 * @param outputBytes how much it may write to its two outputs together
 * @param cpu how much CPU time it may use; null for no limit
 * @param memoryBytes how much resident memory it may hold; null for no limit
 * @param processes how many processes it may have at once; null for no limit
 */
public record Limits(
        Duration timeout,
        Duration grace,
        long outputBytes,
        @Nullable Duration cpu,
        @Nullable Long memoryBytes,
        @Nullable Integer processes) {
    /** Limits of time and output alone. */
    public static Limits of(Duration timeout, Duration grace, long outputBytes) {
        return new Limits(timeout, grace, outputBytes, null, null, null);
    }
}
