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
 * @param p how likely it would lie so far out on its side if nothing had changed; 1 where nothing can be told
 * @param movement what came of it
 * @param same whether the program is known to be the one that most of the nights behind the usual figure had
 */
public record Screened(
        Tracked figure, @Nullable Baseline baseline, double threshold, double p, Movement movement, boolean same) {
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
    static Screened of(Tracked figure, Night night, @Nullable Baseline baseline, boolean same) {
        if (baseline == null) {
            return new Screened(figure, null, 0, 1, Movement.UNKNOWN, same);
        }
        double least = figure.metric().timed() ? Math.max(LEAST_TIME, Math.log(night.resolution())) : LEAST_MEMORY;
        double threshold = Math.max(baseline.spread().distance(ALONE), baseline.reach() + least);
        double p = baseline.spread().p(Math.abs(baseline.shift(figure)));
        Movement movement = movement(figure, night, baseline, threshold);
        return new Screened(figure, baseline, threshold, movement == Movement.UNKNOWN ? 1 : p, movement, same);
    }

    private static Movement movement(Tracked figure, Night night, Baseline baseline, double threshold) {
        Double low = figure.low();
        Double high = figure.high();
        if (low == null || high == null || night.profile() == Profile.SMOKE) {
            return Movement.UNKNOWN;
        }
        double shift = baseline.shift(figure);
        double median = baseline.median();
        if (shift > threshold && low > median) {
            return Movement.WORSE;
        }
        return -shift > threshold && high < median ? Movement.BETTER : Movement.NONE;
    }

    /** The same that did not move after all. */
    Screened asUsual() {
        return new Screened(figure, baseline, threshold, p, Movement.NONE, same);
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
