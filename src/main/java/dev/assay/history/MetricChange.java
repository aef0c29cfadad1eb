package dev.assay.history;

import dev.assay.model.Profile;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.history.HistoryPoint;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one night, compared with what is usual.
 *
 * @param figure the figure
 * @param baseline what is usual; null with too few nights before it
 * @param threshold by how much its logarithm must differ from the usual one, the last to be asked for; 0 without a baseline
 * @param p how likely it would lie so far out on its side if nothing had changed; 1 where nothing can be told
 * @param movement the result
 * @param same whether the program is known to be the one that most of the nights behind the usual figure had
 */
public record MetricChange(
        HistoryPoint figure,
        @Nullable ReferenceWindow baseline,
        double threshold,
        double p,
        Direction movement,
        boolean same) {
    /** A figure that is looked at alone lies so far out in one night of a hundred. */
    private static final double ALONE = 0.01;
    /** Less is never told of times, however still the nights were. */
    private static final double LEAST_TIME = Math.log(1.05);
    /** Less is never told of memory. */
    private static final double LEAST_MEMORY = Math.log(1.03);

    /**
     * Screens a figure alone: it moved when it lies farther from the usual than one night of a hundred does, than 5 % (memory: 3 %) and, of a
     * time, than the canary of its session, and when its 95 % interval excludes the usual.
     */
    static MetricChange of(HistoryPoint figure, HistoryEntry night, @Nullable ReferenceWindow baseline, boolean same) {
        if (baseline == null) {
            return new MetricChange(figure, null, 0, 1, Direction.UNKNOWN, same);
        }
        double least = figure.metric().timed() ? Math.max(LEAST_TIME, Math.log(night.resolution())) : LEAST_MEMORY;
        double threshold = Math.max(baseline.spread().distance(ALONE), baseline.reach() + least);
        double p = baseline.spread().p(Math.abs(baseline.shift(figure)));
        Direction movement = movement(figure, night, baseline, threshold);
        return new MetricChange(figure, baseline, threshold, movement == Direction.UNKNOWN ? 1 : p, movement, same);
    }

    private static Direction movement(
            HistoryPoint figure, HistoryEntry night, ReferenceWindow baseline, double threshold) {
        Double low = figure.low();
        Double high = figure.high();
        if (low == null || high == null || night.profile() == Profile.SMOKE) {
            return Direction.UNKNOWN;
        }
        double shift = baseline.shift(figure);
        double median = baseline.median();
        if (shift > threshold && low > median) {
            return Direction.WORSE;
        }
        return -shift > threshold && high < median ? Direction.BETTER : Direction.NONE;
    }

    /** The same that did not move after all. */
    MetricChange asUsual() {
        return new MetricChange(figure, baseline, threshold, p, Direction.NONE, same);
    }

    /** Tonight over the usual: 1.08 says 8 % slower or larger; NaN without a baseline. */
    public double ratio() {
        return baseline == null ? Double.NaN : Math.exp(figure.log() - baseline.median());
    }

    /** Whether a figure of another night lies beyond the same usual on the same side. */
    boolean holdsFor(HistoryPoint other) {
        if (baseline == null || !movement.moved()) {
            return false;
        }
        double shift = other.log() - baseline.median();
        return movement == Direction.WORSE ? shift > threshold : -shift > threshold;
    }
}
