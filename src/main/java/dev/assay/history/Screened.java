package dev.assay.history;

import dev.assay.model.Night;
import dev.assay.model.Profile;
import dev.assay.model.Tracked;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one night, held against what is usual.
 *
 * @param figure the figure
 * @param baseline what is usual; null with too few nights before it
 * @param threshold by how much its logarithm must differ from the usual one, the last to be asked for; 0 without a baseline
 * @param movement what came of it
 */
public record Screened(Tracked figure, @Nullable Baseline baseline, double threshold, Movement movement) {
    /** How many standard deviations a figure must lie apart. */
    private static final double SPREADS = 4;
    /** Less is never told of times, however still the nights were. */
    private static final double LEAST_TIME = Math.log(1.05);
    /** Less is never told of memory. */
    private static final double LEAST_MEMORY = Math.log(1.03);

    /**
     * Screens a figure: it moved when it lies farther from the usual than four standard deviations, than 5 % (memory: 3 %) and, of a time, than
     * the canary of its session, and when its 95 % interval excludes the usual.
     */
    static Screened of(Tracked figure, Night night, @Nullable Baseline baseline) {
        if (baseline == null) {
            return new Screened(figure, null, 0, Movement.UNKNOWN);
        }
        double least = figure.metric().timed() ? Math.max(LEAST_TIME, Math.log(night.resolution())) : LEAST_MEMORY;
        double threshold = Math.max(SPREADS * baseline.spread(), baseline.reach() + least);
        return new Screened(figure, baseline, threshold, movement(figure, night, baseline.median(), threshold));
    }

    private static Movement movement(Tracked figure, Night night, double median, double threshold) {
        Double low = figure.low();
        Double high = figure.high();
        if (low == null || high == null || night.profile() == Profile.SMOKE) {
            return Movement.UNKNOWN;
        }
        double shift = figure.log() - median;
        if (shift > threshold && low > median) {
            return Movement.WORSE;
        }
        return -shift > threshold && high < median ? Movement.BETTER : Movement.NONE;
    }

    /** Tonight over the usual: 1.08 says 8 % slower or larger; NaN without a baseline. */
    public double ratio() {
        return baseline == null ? Double.NaN : Math.exp(figure.log() - baseline.median());
    }

    /** Whether a figure of another night lies beyond the same usual on the same side. */
    boolean holdsFor(Tracked other) {
        if (baseline == null || !movement.moved()) {
            return false;
        }
        double shift = other.log() - baseline.median();
        return movement == Movement.WORSE ? shift > threshold : -shift > threshold;
    }
}
