package dev.assay.model.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program says of its own times, in nanoseconds.
 *
 * @param workNs the time around its work; of a program that repeats it, that of a repetition, once its series was looked at
 * @param workSeriesNs those times of a process that repeats its work, in the order of the repetitions; empty for one that does not
 * @param steps what it says of its steps; null when it times none
 * @param service what the client says of a server; null for a program that is none
 */
public record ReportedTimes(
        @Nullable Long workNs,
        List<Long> workSeriesNs,
        @Nullable StepTimes steps,
        @Nullable ServiceFigures service) {
    /** The program said nothing. */
    public static final ReportedTimes NONE = new ReportedTimes(null, List.of(), null);

    public ReportedTimes {
        workSeriesNs = List.copyOf(workSeriesNs);
    }

    /** Of a program that is no server. */
    public ReportedTimes(@Nullable Long workNs, List<Long> workSeriesNs, @Nullable StepTimes steps) {
        this(workNs, workSeriesNs, steps, null);
    }

    /** Of a program that does its work once and times no steps; null when it does not say how long that took. */
    public static ReportedTimes ofWork(@Nullable Long workNs) {
        return new ReportedTimes(workNs, List.of(), null);
    }
}
