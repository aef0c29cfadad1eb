package dev.assay.history;

import dev.assay.stats.MedianDeviation;
import dev.assay.stats.Quantiles;
import java.util.List;
import java.util.Optional;

/**
 * What is usual for a figure, in its logarithms: the last {@value #NIGHTS} nights of the same kind of machine and profile. Where these are
 * fewer than {@value #FEWEST_MATCHING}, those of all machines together, with low confidence; of fewer than {@value #FEWEST} nothing is said.
 *
 * @param nights how many nights it rests on
 * @param median the typical value
 * @param spread the standard deviation by the median absolute deviation, which a few outliers do not move
 * @param pooled whether nights of other machines are among them
 */
public record Baseline(int nights, double median, double spread, boolean pooled) {
    /** The most nights that it looks back. */
    public static final int NIGHTS = 30;
    /** With fewer of the same kind of machine, those of all machines are taken. */
    public static final int FEWEST_MATCHING = 10;
    /** With fewer of any kind there is none: the spread of four figures is chance. */
    public static final int FEWEST = 5;

    /**
     * The baseline of figures of former nights.
     *
     * @param matching those of the same kind of machine, the latest first
     * @param all those of all machines, the latest first
     */
    static Optional<Baseline> of(List<Double> matching, List<Double> all) {
        boolean pooled = matching.size() < FEWEST_MATCHING && all.size() > matching.size();
        List<Double> source = pooled ? all : matching;
        double[] last =
                source.stream().limit(NIGHTS).mapToDouble(Double::doubleValue).toArray();
        return last.length < FEWEST
                ? Optional.empty()
                : Optional.of(new Baseline(last.length, Quantiles.median(last), MedianDeviation.of(last), pooled));
    }

    /** Whether little is known of what is usual. */
    public boolean lowConfidence() {
        return pooled || nights < FEWEST_MATCHING;
    }
}
