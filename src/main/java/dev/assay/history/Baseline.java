package dev.assay.history;

import dev.assay.stats.Quantiles;
import dev.assay.stats.Spread;
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
 * @param spread how far a further night may lie from it; the fewer the nights, the farther
 * @param reach what a figure must lie beyond before anything is told: 0, or how far the farthest of other machines lies from the median
 * @param pooled whether nights of other machines are among them
 */
public record Baseline(int nights, double median, Spread spread, double reach, boolean pooled) {
    /** The most nights that it looks back. */
    public static final int NIGHTS = 30;
    /** With fewer of the same kind of machine, nights are pooled. */
    public static final int FEWEST_MATCHING = 10;
    /** With fewer in all there is none: the spread of four figures is chance. */
    public static final int FEWEST = 5;
    /** With fewer of the same kind of machine, they do not say what is usual there. */
    public static final int FEWEST_OWN = 3;

    /**
     * The baseline of figures of former nights.
     *
     * @param matching those of the same kind of machine
     * @param others those of other machines, machine by machine
     */
    static Optional<Baseline> of(List<Double> matching, Collection<List<Double>> others) {
        if (matching.size() < FEWEST_OWN) {
            return among(Stream.concat(matching.stream(), others.stream().flatMap(List::stream))
                    .toList());
        }
        List<List<Double>> machines = new ArrayList<>(List.of(matching));
        if (matching.size() < FEWEST_MATCHING) {
            others.stream().filter(each -> each.size() >= FEWEST_OWN).forEach(machines::add);
        }
        int nights = machines.stream().mapToInt(List::size).sum();
        return nights < FEWEST
                ? Optional.empty()
                : Optional.of(new Baseline(
                        nights,
                        Quantiles.median(values(matching)),
                        Spread.of(machines.stream().map(Baseline::values).toList(), matching.size()),
                        0,
                        machines.size() > 1));
    }

    private static Optional<Baseline> among(List<Double> figures) {
        if (figures.size() < FEWEST) {
            return Optional.empty();
        }
        double[] all = values(figures);
        double median = Quantiles.median(all);
        double reach =
                Arrays.stream(all).map(value -> Math.abs(value - median)).max().orElse(0);
        return Optional.of(new Baseline(all.length, median, Spread.of(List.of(all), all.length), reach, true));
    }

    private static double[] values(List<Double> logs) {
        return logs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether little is known of what is usual. */
    public boolean lowConfidence() {
        return pooled || nights < FEWEST_MATCHING;
    }
}
