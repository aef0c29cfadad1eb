package dev.assay.history;

import dev.assay.stats.MedianDeviation;
import dev.assay.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is usual for a figure, in its logarithms: the last {@value #NIGHTS} nights of the same kind of machine and profile. Where these are
 * fewer than {@value #FEWEST_MATCHING}, nights are pooled, with low confidence. What is usual then is still told by the machine's own nights, if
 * there are {@value #FEWEST_OWN}; how far nights lie apart is told by those of all machines, each about what is usual there. A machine that was
 * hardly seen before is held against all others as they are, and must lie beyond all of them.
 *
 * @param nights how many nights it rests on
 * @param median the typical value
 * @param spread the standard deviation by the median absolute deviation, which a few outliers do not move; with what few nights leave unknown
 * @param reach what a figure must lie beyond before anything is told: 0, or how far the farthest of other machines lies from the median
 * @param pooled whether nights of other machines are among them
 */
public record Baseline(int nights, double median, double spread, double reach, boolean pooled) {
    /** The most nights that it looks back. */
    public static final int NIGHTS = 30;
    /** With fewer of the same kind of machine, nights are pooled. */
    public static final int FEWEST_MATCHING = 10;
    /** With fewer in all there is none: the spread of four figures is chance. */
    public static final int FEWEST = 5;
    /** With fewer of the same kind of machine, they do not say what is usual there. */
    public static final int FEWEST_OWN = 3;

    /** The variance of a median of n normal values is so many times their own, over n. */
    private static final double OF_A_MEDIAN = Math.PI / 2;
    /** The median absolute deviation of n values is too small by about n / (n - 0.8): Croux and Rousseeuw, COMPSTAT 1992, p. 411. */
    private static final double SMALL_SAMPLE = 0.8;

    /**
     * The baseline of figures of former nights.
     *
     * @param matching those of the same kind of machine
     * @param others those of other machines, machine by machine
     */
    static Optional<Baseline> of(List<Double> matching, Collection<List<Double>> others) {
        if (matching.size() >= FEWEST_MATCHING) {
            double[] own = values(matching.stream());
            return Optional.of(new Baseline(own.length, Quantiles.median(own), MedianDeviation.of(own), 0, false));
        }
        return matching.size() >= FEWEST_OWN ? about(matching, others) : among(matching, others);
    }

    private static Optional<Baseline> about(List<Double> matching, Collection<List<Double>> others) {
        List<List<Double>> machines = new ArrayList<>(List.of(matching));
        others.stream().filter(each -> each.size() >= FEWEST_OWN).forEach(machines::add);
        double[] apart = values(machines.stream().flatMap(Baseline::aboutItsMedian));
        int n = apart.length;
        double widened = n / (n - SMALL_SAMPLE) * Math.sqrt(1 + OF_A_MEDIAN / matching.size());
        return n < FEWEST
                ? Optional.empty()
                : Optional.of(new Baseline(
                        n,
                        Quantiles.median(values(matching.stream())),
                        widened * MedianDeviation.of(apart),
                        0,
                        machines.size() > 1));
    }

    private static Stream<Double> aboutItsMedian(List<Double> machine) {
        double median = Quantiles.median(values(machine.stream()));
        return machine.stream().map(value -> value - median);
    }

    private static Optional<Baseline> among(List<Double> matching, Collection<List<Double>> others) {
        double[] all = values(Stream.concat(matching.stream(), others.stream().flatMap(List::stream)));
        if (all.length < FEWEST) {
            return Optional.empty();
        }
        double median = Quantiles.median(all);
        double reach =
                Arrays.stream(all).map(value -> Math.abs(value - median)).max().orElse(0);
        return Optional.of(new Baseline(all.length, median, MedianDeviation.of(all), reach, true));
    }

    private static double[] values(Stream<Double> logs) {
        return logs.mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether little is known of what is usual. */
    public boolean lowConfidence() {
        return pooled || nights < FEWEST_MATCHING;
    }
}
