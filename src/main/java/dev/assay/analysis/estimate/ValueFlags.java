package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.result.Distribution;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Noise;
import dev.assay.model.result.ValueFlag;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.PeakSamples;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What must be known of a trial's typical values. */
public final class ValueFlags {
    public static final String WHY_INCOMPLETE =
            "some processes were never waited for, so the system did not count their CPU time";

    /**
     * A wall time below ten times that of a program that does nothing has more than a tenth that is not the program's own: two programs, one
     * of which needs twice the work, would come out at less than 1.9.
     */
    private static final double FLOORS = 10;

    /**
     * How far {@code ru_maxrss} may be behind. It starts at the peak of the process that launches the program, so up to the no-op's own peak,
     * and as much above it, it says no more than "at most".
     */
    private static final double RUSAGE_BEHIND = 256 << 10;

    /** What is of a whole process, and so of all that it did. */
    private static final List<Metric> REPEATED = List.of(Metric.WALL, Metric.CPU, Metric.PEAK, Metric.TREE_PEAK);

    private ValueFlags() {}

    /** Whether a metric rests on CPU time. */
    public static boolean ofCpu(Metric metric) {
        return metric == Metric.CPU || metric == Metric.PARALLELISM;
    }

    /** The marks of a trial. */
    static Map<Metric, ValueFlag> find(IndexedRecording indexed, TrialSamples trial, Noise noise) {
        Map<Metric, ValueFlag> marks = new EnumMap<>(Metric.class);
        for (Metric metric : new Metric[] {Metric.WALL, Metric.PEAK}) {
            if (isNearFloor(indexed, trial, metric, noise)) {
                marks.put(metric, ValueFlag.NEAR_FLOOR);
            }
        }
        if (trial.trial().repeats()) {
            REPEATED.forEach(metric -> marks.put(metric, ValueFlag.REPEATED));
        }
        if (trial.losesCpu()) {
            marks.put(Metric.CPU, ValueFlag.INCOMPLETE);
            marks.put(Metric.PARALLELISM, ValueFlag.INCOMPLETE);
        }
        return marks;
    }

    /** Whether the typical value of a wall time or a peak lies near that of a program that does nothing. */
    public static boolean isNearFloor(IndexedRecording indexed, TrialSamples trial, Metric metric, Noise noise) {
        Distribution floor = noise.floorSpread().get(metric);
        LogEstimate reading = indexed.typical(trial, metric);
        if (floor == null || reading == null) {
            return false;
        }
        Estimate typical = reading.toEstimate();
        return switch (metric) {
            case WALL -> typical.value() < FLOORS * floor.median();
            case PEAK -> startsAtTheMeter(trial) && typical.value() <= floor.max() + RUSAGE_BEHIND;
            default -> false;
        };
    }

    private static boolean startsAtTheMeter(TrialSamples trial) {
        return PeakSamples.select(trial.counted()).stream()
                .anyMatch(sample -> sample.figures().memory().peakQuality() == PeakQuality.RUSAGE);
    }
}
