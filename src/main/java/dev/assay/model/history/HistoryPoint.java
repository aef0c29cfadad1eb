package dev.assay.model.history;

import dev.assay.model.Metric;
import dev.assay.model.run.TrialId;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one trial as the history keeps it, in natural logarithms, so that more is worse whatever the figure.
 *
 * @param trial which
 * @param metric of what: a time, which is the logarithm of its ratio to the run's own pinned reference, block by block; or a peak of memory,
 *     which is that of its bytes
 * @param log the typical value
 * @param low the lower end of its 95 % interval, or of its range; null when there are too few blocks for one
 * @param high the upper end; null with the lower one
 * @param blocks how many blocks it rests on; of a range, how many samples
 * @param program the beginning of a hash of what was started: the same on another night says that it was the same program; null when that is
 *     not known, as of nights of old
 */
public record HistoryPoint(
        TrialId trial,
        Metric metric,
        double log,
        @Nullable Double low,
        @Nullable Double high,
        int blocks,
        @Nullable String program) {
    public HistoryPoint {
        boolean memory = metric == Metric.PEAK || metric == Metric.TREE_PEAK;
        if (metric != Metric.WORK && metric != Metric.WALL && !memory) {
            throw new IllegalArgumentException("the history keeps work, wall, peak and treePeak, and no " + metric);
        }
        if (!Double.isFinite(log) || blocks < 0) {
            throw new IllegalArgumentException("a figure of " + trial + " is not a number, or has no blocks");
        }
        if ((low == null) != (high == null)) {
            throw new IllegalArgumentException("the interval of " + trial + " has one end");
        }
        if (low != null && high != null && !(low <= log && log <= high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException("the value of " + trial + " lies outside its interval");
        }
    }

    /** A figure of a program of which no more is known. */
    public HistoryPoint(
            TrialId trial, Metric metric, double log, @Nullable Double low, @Nullable Double high, int blocks) {
        this(trial, metric, log, low, high, blocks, null);
    }

    /** The same of a program that is known. */
    public HistoryPoint of(@Nullable String other) {
        return new HistoryPoint(trial, metric, log, low, high, blocks, other);
    }

    /** Whether both are known to be of the same program. */
    public boolean isOfSameProgram(HistoryPoint other) {
        return program != null && program.equals(other.program);
    }

    /** What it is a figure of, night after night. */
    public Key key() {
        return new Key(trial, metric);
    }

    /**
     * A series over nights.
     *
     * @param trial of which trial
     * @param metric of what
     */
    public record Key(TrialId trial, Metric metric) {}
}
