package dev.assay.history;

import dev.assay.model.history.HistoryPoint;
import dev.assay.stats.Quantiles;
import dev.assay.stats.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for a figure, in its logarithms: the last {@value #NIGHTS} nights of the same kind of machine and profile. Where these are
 * fewer than {@value #FEWEST_MATCHING}, nights are pooled, with low confidence. What is usual then is still told by the machine's own nights, if
 * there are {@value #FEWEST_OWN}; how far nights lie apart is told by those of all machines, each about what is usual there. A machine that was
 * hardly seen before is compared with all others as they are, and must lie beyond all of them.
 *
 * @param nights how many nights it rests on
 * @param median the typical value
 * @param spread how far a further night may lie from it; the fewer the nights, the farther
 * @param reach what a figure must lie beyond before anything is told: 0, or how far the farthest of other machines lies from the median
 * @param below how far below a night's figure the lower end of its interval usually lies; infinite where nights have none
 * @param above the same of the upper end
 * @param pooled whether nights of other machines are among them
 */
public record ReferenceWindow(
        int nights, double median, Spread spread, double reach, double below, double above, boolean pooled) {
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
    static Optional<ReferenceWindow> of(List<HistoryPoint> matching, Collection<List<HistoryPoint>> others) {
        if (matching.size() < FEWEST_OWN) {
            List<HistoryPoint> all = Stream.concat(
                            matching.stream(), others.stream().flatMap(List::stream))
                    .toList();
            return of(all, List.of(all), true);
        }
        List<List<HistoryPoint>> machines = new ArrayList<>(List.of(matching));
        if (matching.size() < FEWEST_MATCHING) {
            others.stream().filter(each -> each.size() >= FEWEST_OWN).forEach(machines::add);
        }
        return of(matching, machines, false);
    }

    private static Optional<ReferenceWindow> of(
            List<HistoryPoint> usual, List<List<HistoryPoint>> machines, boolean foreign) {
        int nights = machines.stream().mapToInt(List::size).sum();
        if (nights < FEWEST) {
            return Optional.empty();
        }
        double[] logs = values(usual);
        double median = Quantiles.median(logs);
        double farthest =
                Arrays.stream(logs).map(log -> Math.abs(log - median)).max().orElseThrow();
        return Optional.of(new ReferenceWindow(
                nights,
                median,
                Spread.of(machines.stream().map(ReferenceWindow::values).toList(), logs.length),
                foreign ? farthest : 0,
                typical(usual, figure -> figure.low() == null ? null : figure.log() - figure.low()),
                typical(usual, figure -> figure.high() == null ? null : figure.high() - figure.log()),
                foreign || machines.size() > 1));
    }

    private static double typical(List<HistoryPoint> figures, Function<HistoryPoint, @Nullable Double> end) {
        double[] known = figures.stream()
                .flatMap(figure -> Stream.ofNullable(end.apply(figure)))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length == 0 ? Double.POSITIVE_INFINITY : Quantiles.median(known);
    }

    private static double[] values(List<HistoryPoint> figures) {
        return figures.stream().mapToDouble(HistoryPoint::log).toArray();
    }

    /**
     * How far above what is usual a figure is known to lie; below 0 if it lies below. A night with spikes has an interval that reaches farther
     * out than others' do, and its figure with it, but not the near end: so no figure is taken to lie farther from that than is usual.
     */
    double shift(HistoryPoint figure) {
        Double low = figure.low();
        Double high = figure.high();
        double shift = figure.log() - median;
        if (low == null || high == null) {
            return shift;
        }
        return shift > 0
                ? Math.max(0, Math.min(shift, low + below - median))
                : Math.min(0, Math.max(shift, high - above - median));
    }

    /** Whether little is known of what is usual. */
    public boolean lowConfidence() {
        return pooled || nights < FEWEST_MATCHING;
    }
}
